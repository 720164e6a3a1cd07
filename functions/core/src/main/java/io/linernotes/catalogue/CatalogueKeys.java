package io.linernotes.catalogue;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Kind;
import io.linernotes.track.Names;
import io.linernotes.track.SpotifyId;
import java.util.stream.Collectors;

/** The keys and lifetimes of records from Spotify's catalogue. */
public final class CatalogueKeys {

  public static final Kind<TrackList> SEARCH =
      Kind.ofSpotify("search", "spotify:search:", TrackList.class, ofDays(7));
  public static final Kind<TrackList> RECOMMENDATIONS =
      Kind.ofSpotify("recommendations", "spotify:recommendations:", TrackList.class, ofHours(24));

  /** Seven days, as for other records of Spotify's catalogue, although genres hardly change. */
  public static final Kind<SpotifyArtist> ARTIST =
      Kind.ofSpotify("spotify_artist", "spotify:artist:", SpotifyArtist.class, ofDays(7));

  private CatalogueKeys() {}

  /** {@code spotify:search:{query_hash}}: of the normalised words and the limit. */
  public static CacheKey<TrackList> search(SearchQuery query) {
    return SEARCH.key(Names.hash(query.words(), String.valueOf(query.limit())));
  }

  /** {@code spotify:recommendations:{query_hash}}: of the sorted seeds and the limit. */
  public static CacheKey<TrackList> recommendations(RecommendationSeeds seeds) {
    String tracks = seeds.tracks().stream().map(SpotifyId::value).collect(Collectors.joining(","));
    return RECOMMENDATIONS.key(Names.hash(tracks, String.valueOf(seeds.limit())));
  }

  /** {@code spotify:artist:{artist_id}}. */
  public static CacheKey<SpotifyArtist> artist(SpotifyId artist) {
    return ARTIST.key(artist.value());
  }
}
