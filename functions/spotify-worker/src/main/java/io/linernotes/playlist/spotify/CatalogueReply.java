package io.linernotes.playlist.spotify;

import io.linernotes.catalogue.SpotifyArtist;
import io.linernotes.catalogue.TrackList;
import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists of tracks and artists, with null in the place of what Spotify does not know. */
final class CatalogueReply {

  private CatalogueReply() {}

  /** The tracks of a list; missing if there are none. */
  static Outcome<TrackList> tracks(String name, Json list) {
    if (!list.isArray()) {
      return SpotifySignals.nonsense(name + ": a reply without tracks");
    }
    List<Track> tracks =
        list.list().stream()
            .filter(TrackReply::isTrack)
            .map(TrackReply::track)
            .flatMap(Optional::stream)
            .toList();
    return tracks.isEmpty() ? new Outcome.Missing<>() : new Outcome.Found<>(new TrackList(tracks));
  }

  /** The artists by the ids asked for. */
  static Outcome<Map<SpotifyId, SpotifyArtist>> artists(Json body, List<SpotifyId> asked) {
    if (!body.at("artists").isArray()) {
      return SpotifySignals.nonsense("artists: a reply without artists");
    }
    Map<SpotifyId, SpotifyArtist> artists = new LinkedHashMap<>();
    for (Json element : body.list("artists")) {
      SpotifyId.parse(element.text("id"))
          .filter(asked::contains)
          .ifPresent(id -> artists.put(id, artist(element, id)));
    }
    return new Outcome.Found<>(artists);
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
