package io.linernotes.playlist.spotify;

import io.linernotes.catalogue.SpotifyArtist;
import io.linernotes.catalogue.TrackList;
import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import io.linernotes.worker.BatchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads lists of tracks and artists, which have null in the place of an unknown one. */
final class CatalogueReply {

  private CatalogueReply() {}

  /**
   * The tracks of a list; missing if the list is empty and its total is 0 or absent.
   *
   * @param total how many tracks there are; null if the reply does not say
   */
  static Outcome<TrackList> tracks(String name, Json list, @Nullable Long total) {
    if (!list.isArray()) {
      return SpotifySignals.nonsense(name + ": a reply without tracks");
    }
    List<Track> tracks =
        list.list().stream()
            .filter(TrackReply::isTrack)
            .map(TrackReply::track)
            .flatMap(Optional::stream)
            .toList();
    if (!tracks.isEmpty()) {
      return new Outcome.Found<>(new TrackList(tracks));
    }
    boolean isEmpty = list.list().stream().noneMatch(Json::isPresent);
    return isEmpty && (total == null || total == 0)
        ? new Outcome.Missing<>()
        : SpotifySignals.nonsense(name + ": tracks that cannot be read");
  }

  /** The artists by the requested ids. */
  static Outcome<BatchResult<SpotifyId, SpotifyArtist>> artists(Json body, List<SpotifyId> asked) {
    return BatchReply.read(
        "artists",
        body,
        asked,
        new BatchReply.Elements<>() {
          @Override
          public Optional<SpotifyId> id(Json element, @Nullable SpotifyId expected) {
            return SpotifyId.parse(element.text("id"));
          }

          @Override
          public Outcome<SpotifyArtist> read(Json element, SpotifyId id) {
            return new Outcome.Found<>(artist(element, id));
          }
        });
  }

  private static SpotifyArtist artist(Json json, SpotifyId id) {
    List<String> genres = new ArrayList<>();
    for (Json element : json.list("genres")) {
      String genre = element.text();
      if (genre != null) {
        genres.add(genre);
      }
    }
    return new SpotifyArtist(id, json.text("name"), genres);
  }
}
