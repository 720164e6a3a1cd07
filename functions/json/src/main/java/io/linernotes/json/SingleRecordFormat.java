package io.linernotes.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.linernotes.analysis.Analysis;
import io.linernotes.catalogue.TrackList;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.playlist.Playlist;
import io.linernotes.session.Profile;
import io.linernotes.track.Track;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answers about one record as the HTTP API gives them: a {@code status} as for analyses ({@code
 * complete}, {@code partial} while a stale record is refreshed, {@code pending} while there is none
 * yet, {@code unsupported}), when it was fetched, and the record.
 */
public final class SingleRecordFormat {

  private SingleRecordFormat() {}

  /** A playlist's own data; how many tracks it has is null where Spotify does not say. */
  public static String playlist(SectionState<Playlist> state, Instant now) {
    ObjectNode answer = answer(state, now);
    Playlist playlist = state.data();
    if (playlist == null) {
      answer.putNull("playlist");
      return AnalysisFormat.text(answer);
    }
    ObjectNode told = AnalysisFormat.playlist(playlist);
    if (playlist.contentsForbidden()) {
      told.putNull("total_tracks");
    }
    answer.set("playlist", told);
    return AnalysisFormat.text(answer);
  }

  /** A playlist's entries without sections. */
  public static String entries(Analysis analysis) {
    ObjectNode answer = AnalysisFormat.MAPPER.createObjectNode();
    answer.put("status", AnalysisFormat.lowerCase(analysis.status()));
    Playlist playlist = analysis.playlist();
    answer.set("playlist", playlist == null ? null : AnalysisFormat.playlist(playlist));
    ArrayNode tracks = answer.putArray("tracks");
    analysis.tracks().forEach(place -> tracks.add(AnalysisFormat.place(place, analysis.at())));
    return AnalysisFormat.text(answer);
  }

  /** A track of Spotify's with its sections, and those of its artists. */
  public static String track(Analysis analysis) {
    ObjectNode answer = AnalysisFormat.MAPPER.createObjectNode();
    answer.put("status", AnalysisFormat.lowerCase(analysis.status()));
    ObjectNode track = AnalysisFormat.place(analysis.tracks().getFirst(), analysis.at());
    answer.set("track", track.without("position"));
    ObjectNode artists = answer.putObject("artists");
    analysis
        .artists()
        .forEach((name, state) -> artists.set(name, AnalysisFormat.section(state, analysis.at())));
    return AnalysisFormat.text(answer);
  }

  /**
   * Something of which nothing is here yet.
   *
   * @param field what it will stand under
   * @param retryAfter how long Spotify keeps it back, null while it is on its way
   */
  public static String pending(String field, @Nullable Duration retryAfter) {
    ObjectNode answer = AnalysisFormat.MAPPER.createObjectNode();
    answer.put("status", "pending");
    if (retryAfter != null) {
      answer.put("retry_after_seconds", AnalysisFormat.seconds(retryAfter));
    }
    answer.putNull(field);
    return AnalysisFormat.text(answer);
  }

  /**
   * The hits of a search or recommendations; none are as complete an answer as many.
   *
   * @param detail why it is unsupported, in words; null if it is not
   */
  public static String results(
      SectionState<TrackList> state, @Nullable String detail, Instant now) {
    ObjectNode answer = answer(state, now);
    if (detail != null) {
      answer.put("detail", detail);
    }
    ArrayNode results = answer.putArray("results");
    TrackList list = state.data();
    if (list != null) {
      for (Track track : list.tracks()) {
        AnalysisFormat.track(results.addObject(), track);
      }
    }
    return AnalysisFormat.text(answer);
  }

  /** An artist by the name asked for. */
  public static String artist(String name, SectionState<LastfmArtist> state, Instant now) {
    ObjectNode answer = answer(state, now);
    answer.put("name", name);
    LastfmArtist artist = state.data();
    answer.set("data", artist == null ? null : AnalysisFormat.MAPPER.valueToTree(artist));
    return AnalysisFormat.text(answer);
  }

  /** A signed-in user's own profile; what Spotify does not tell is null. */
  public static String profile(SectionState<Profile> state, Instant now) {
    ObjectNode answer = answer(state, now);
    Profile profile = state.data();
    answer.set("user", profile == null ? null : AnalysisFormat.MAPPER.valueToTree(profile));
    return AnalysisFormat.text(answer);
  }

  private static ObjectNode answer(SectionState<?> state, Instant now) {
    ObjectNode section = AnalysisFormat.section(state, now);
    section.remove("data");
    section.put("status", status(state));
    return section;
  }

  private static String status(SectionState<?> state) {
    if (state.onItsWay()) {
      return state.data() == null ? "pending" : "partial";
    }
    return switch (state.status()) {
      case HIT, STALE, MISS -> "complete";
      case PENDING, THROTTLED, UNAVAILABLE -> "pending";
      case UNSUPPORTED -> Status.UNSUPPORTED.id();
    };
  }
}
