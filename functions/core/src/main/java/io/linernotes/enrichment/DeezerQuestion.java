package io.linernotes.enrichment;

import io.linernotes.cache.CacheKey;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.Names;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Deezer is asked about a track, and the key of the answer. Both are made from the same data,
 * so requests with the same key ask the same question, and no request can change what is stored for
 * another one.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>the track</th><th>the key</th><th>the question</th></tr>
 * <tr><td>Spotify's record of {@code 2EqlS6tkEnglzr7tkKAAYD}</td>
 *     <td>{@code bpm:2EqlS6tkEnglzr7tkKAAYD}</td><td>all that the record says</td></tr>
 * <tr><td>a claim of {@code GBAYE0601690}, "Come Together", 260 s</td>
 *     <td>{@code bpm:isrc:GBAYE0601690}</td><td>the ISRC alone</td></tr>
 * <tr><td>a claim of "Strobe", deadmau5, 637.2 s</td>
 *     <td>{@code bpm:} and the hash of deadmau5, strobe, 637</td>
 *     <td>"Strobe", deadmau5, 637 s</td></tr>
 * </table>
 */
public sealed interface DeezerQuestion {

  /** The key of the answer. */
  CacheKey<DeezerTrack> key();

  /** The data that providers may be asked by. */
  Track track();

  /**
   * The question about a track. What a track with a Spotify id says about itself must be Spotify's
   * own record of that id; a client's words about an id are a {@link
   * io.linernotes.track.ClaimedTrack}.
   */
  static DeezerQuestion of(Track track) {
    SpotifyId id = track.id();
    if (id != null) {
      return new OfRecord(id, track);
    }
    Isrc isrc = track.isrc();
    return isrc != null ? new OfIsrc(isrc) : new OfNames(track);
  }

  /** About Spotify's own record of an id. */
  record OfRecord(SpotifyId id, Track track) implements DeezerQuestion {
    public OfRecord {
      // The explicit flag decides between two hits that are otherwise equal.
      track =
          new Track(
              id,
              track.isrc(),
              asked(track.title()),
              asked(track.artists()),
              track.duration(),
              null,
              null,
              track.explicit(),
              null);
    }

    @Override
    public CacheKey<DeezerTrack> key() {
      return EnrichmentKeys.DEEZER_TRACK.key(id.value());
    }
  }

  /** About the track that Deezer has for an ISRC. */
  record OfIsrc(Isrc isrc) implements DeezerQuestion {
    @Override
    public CacheKey<DeezerTrack> key() {
      return EnrichmentKeys.DEEZER_TRACK.key("isrc:" + isrc);
    }

    @Override
    public Track track() {
      return Track.ofIsrc(isrc);
    }
  }

  /** About a title, all its artists, and a duration in whole seconds. */
  record OfNames(Track track) implements DeezerQuestion {
    /**
     * @throws IllegalArgumentException if the track has no names
     */
    public OfNames {
      track = Track.of(null, null, asked(track.title()), asked(track.artists()), seconds(track));
    }

    @Override
    public CacheKey<DeezerTrack> key() {
      String[] fields =
          Stream.concat(
                  track.artists().stream().map(Artist::name),
                  Stream.of(
                      Objects.requireNonNull(track.title()),
                      EnrichmentKeys.seconds(track.duration())))
              .toArray(String[]::new);
      return EnrichmentKeys.DEEZER_TRACK.key(Names.hash(fields));
    }
  }

  private static @Nullable String asked(@Nullable String title) {
    return title == null ? null : Names.asked(title);
  }

  private static List<Artist> asked(List<Artist> artists) {
    return artists.stream().map(artist -> Artist.named(Names.asked(artist.name()))).toList();
  }

  private static @Nullable Duration seconds(Track track) {
    Duration duration = track.duration();
    return duration == null
        ? null
        : Duration.ofSeconds(Long.parseLong(EnrichmentKeys.seconds(duration)));
  }
}
