package io.linernotes.enrichment.lastfm;

import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply of {@code track.getSimilar}. Its {@code match} is a number from 0 to 1. An unknown
 * track has an empty list, or white space in its place.
 */
final class SimilarReply {

  private SimilarReply() {}

  static Outcome<List<LastfmTrack.Similar>> tracks(Json reply) {
    if (!reply.at("similartracks").isPresent()) {
      return LastfmSignals.nonsense("track.getSimilar: a reply without similar tracks");
    }
    List<Json> rows = reply.list("similartracks", "track");
    List<LastfmTrack.Similar> readable =
        rows.stream().map(SimilarReply::track).filter(Objects::nonNull).toList();
    if (readable.isEmpty() && !rows.isEmpty()) {
      return LastfmSignals.nonsense("track.getSimilar: no track that can be read");
    }
    return new Outcome.Found<>(
        readable.stream()
            .filter(track -> !NonArtists.isNobody(track.artist()))
            .limit(LastfmClient.SIMILAR)
            .toList());
  }

  private static LastfmTrack.@Nullable Similar track(Json track) {
    String name = Fields.name(track, "name");
    String artist = TrackReply.artist(track);
    if (name == null || artist == null) {
      return null;
    }
    Double match = track.number("match");
    return new LastfmTrack.Similar(
        artist, name, match != null && match >= 0 && match <= 1 ? match : null);
  }
}
