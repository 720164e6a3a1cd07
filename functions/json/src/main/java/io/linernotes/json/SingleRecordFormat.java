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
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API's answers about one record: a {@code status}, when the record was fetched, and the
 * record. The status is {@code complete}, {@code partial} while a stale record is refreshed, {@code
 * pending} while there is no record yet, or {@code unsupported}.
 */
public final class SingleRecordFormat {

  private SingleRecordFormat() {}

  /** A playlist's own data; its number of tracks is null where Spotify hides the contents. */
  public static String playlist(SectionState<Playlist> state) {
    ObjectNode answer = answer(state);
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
    analysis.tracks().forEach(place -> tracks.add(AnalysisFormat.place(place)));
    return AnalysisFormat.text(answer);
  }

  /** A Spotify track with its sections and those of its artists. */
  public static String track(Analysis analysis) {
    ObjectNode answer = AnalysisFormat.MAPPER.createObjectNode();
    answer.put("status", AnalysisFormat.lowerCase(analysis.status()));
    ObjectNode track = AnalysisFormat.place(analysis.tracks().getFirst());
    answer.set("track", track.without("position"));
    ObjectNode artists = answer.putObject("artists");
    analysis.artists().forEach((name, state) -> artists.set(name, AnalysisFormat.section(state)));
    return AnalysisFormat.text(answer);
  }

  /**
   * A record that is not in the cache yet.
   *
   * @param field the name of the record in the answer
   * @param retryAfter how long Spotify's cooldown lasts; null while a task fetches it
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
   * The hits of a search, or recommendations. An empty list is a complete answer.
   *
   * @param detail why it is unsupported; null if it is not
   */
  public static String results(SectionState<TrackList> state, @Nullable String detail) {
    ObjectNode answer = answer(state);
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

  /** An artist under the name in the request. */
  public static String artist(String name, SectionState<LastfmArtist> state) {
    ObjectNode answer = answer(state);
    answer.put("name", name);
    LastfmArtist artist = state.data();
    answer.set("data", artist == null ? null : AnalysisFormat.MAPPER.valueToTree(artist));
    return AnalysisFormat.text(answer);
  }

  /** A signed-in user's own profile; fields that Spotify leaves out are null. */
  public static String profile(SectionState<Profile> state) {
    ObjectNode answer = answer(state);
    Profile profile = state.data();
    answer.set("user", profile == null ? null : AnalysisFormat.MAPPER.valueToTree(profile));
    return AnalysisFormat.text(answer);
  }

  private static ObjectNode answer(SectionState<?> state) {
    ObjectNode section = AnalysisFormat.section(state);
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
