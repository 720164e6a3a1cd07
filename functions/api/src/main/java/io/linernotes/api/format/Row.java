package io.linernotes.api.format;

import io.linernotes.analysis.Analysis;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.mixing.Mix;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.TrackPlan;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one place of an analysis that the formats write.
 *
 * @param type {@code track}, {@code local}, {@code episode}, {@code unavailable} or {@code unknown}
 * @param plan the sections of a track; null for other places
 */
record Row(
    int position,
    String type,
    @Nullable SpotifyId id,
    @Nullable String title,
    List<String> artists,
    @Nullable String album,
    @Nullable String releaseDate,
    @Nullable Duration duration,
    @Nullable Isrc isrc,
    @Nullable TrackPlan plan) {

  static List<Row> of(Analysis analysis) {
    return analysis.tracks().stream().map(Row::of).toList();
  }

  private static Row of(Analysis.Place place) {
    TrackPlan plan = place.plan();
    return switch (place.entry()) {
      case PlaylistEntry.OfTrack(Track track) ->
          of(place.position(), plan == null ? track : plan.track(), plan);
      case PlaylistEntry.Local(
              @Nullable String title,
              List<Artist> artists,
              @Nullable Duration duration) ->
          other(place.position(), "local", title, names(artists), duration);
      case PlaylistEntry.Episode(_, @Nullable String title, @Nullable Duration duration) ->
          other(place.position(), "episode", title, List.of(), duration);
      case PlaylistEntry.Unavailable() ->
          other(place.position(), "unavailable", null, List.of(), null);
      case PlaylistEntry.Unknown() -> other(place.position(), "unknown", null, List.of(), null);
    };
  }

  private static Row of(int position, Track track, @Nullable TrackPlan plan) {
    return new Row(
        position,
        "track",
        track.id(),
        track.title(),
        names(track.artists()),
        track.album(),
        track.releaseDate(),
        track.duration(),
        track.isrc(),
        plan);
  }

  private static Row other(
      int position,
      String type,
      @Nullable String title,
      List<String> artists,
      @Nullable Duration duration) {
    return new Row(position, type, null, title, artists, null, null, duration, null, null);
  }

  private static List<String> names(List<Artist> artists) {
    return artists.stream().map(Artist::name).toList();
  }

  boolean isTrack() {
    return type.equals("track");
  }

  Mix mix() {
    return plan == null ? Mix.UNKNOWN : plan.mix();
  }

  @Nullable DeezerTrack deezer() {
    SectionState<DeezerTrack> state = plan == null ? null : plan.deezer();
    return state == null ? null : state.data();
  }

  @Nullable LastfmTrack lastfm() {
    SectionState<LastfmTrack> state = plan == null ? null : plan.lastfm();
    return state == null ? null : state.data();
  }

  /** {@code Artist, Artist - Title}, as DJ software names files. */
  String name() {
    String by = String.join(", ", artists);
    String what = title == null ? "" : title;
    return by.isEmpty() || what.isEmpty() ? by + what : by + " - " + what;
  }
}
