package io.linernotes.analysis;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.mixing.Mix;
import io.linernotes.mixing.MusicalKey;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.TrackPlan;
import io.linernotes.track.Artist;
import io.linernotes.track.Names;
import io.linernotes.track.Track;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Statistics over all tracks, from everything known. A track that is in a playlist twice counts
 * twice. A value is null if nothing is known of it.
 *
 * @param bpm beats a minute, of the tracks' reconciled tempos
 * @param gain dB
 * @param keys commonest first, then by place on the Camelot wheel
 * @param crowdTags commonest first; each counts once a track, and its spellings count together
 * @param similarTracks tracks that most of the tracks are similar to and that are not among them in
 *     any spelling
 * @param artistsEnriched how many artists have data from Last.fm
 */
public record Aggregates(
    @Nullable Statistics bpm,
    @Nullable Statistics gain,
    @Nullable Statistics rank,
    List<KeyCount> keys,
    List<TagCount> crowdTags,
    List<SimilarTrack> similarTracks,
    @Nullable Double avgListeners,
    @Nullable Double avgPlaycount,
    int artistsEnriched,
    Metadata metadata,
    MeanFeatures audioFeatures) {

  private static final int MOST_TAGS = 20;
  private static final int MOST_SIMILAR = 20;

  /** A musical key, and how many tracks are in it. */
  public record KeyCount(MusicalKey key, int count) {}

  /** A tag, and how many tracks have it. */
  public record TagCount(String tag, int count) {}

  /**
   * A track that several of the tracks are similar to.
   *
   * @param count how many
   * @param match the best match, 0 to 1
   */
  public record SimilarTrack(String artist, String name, int count, @Nullable Double match) {}

  /** Statistics of Spotify's own data. */
  public record Metadata(
      @Nullable Double avgDurationMs,
      @Nullable Double avgPopularity,
      @Nullable Double explicitPercentage,
      @Nullable ReleaseYears releaseYears,
      List<String> topGenres,
      int totalArtists) {}

  /** The release years of the albums. */
  public record ReleaseYears(int oldest, int newest, double average) {}

  /** Averages of audio features; tempo in beats a minute, the others 0 to 1. */
  public record MeanFeatures(
      @Nullable Double energy,
      @Nullable Double danceability,
      @Nullable Double valence,
      @Nullable Double tempo) {}

  public Aggregates {
    keys = List.copyOf(keys);
    crowdTags = List.copyOf(crowdTags);
    similarTracks = List.copyOf(similarTracks);
  }

  /**
   * The aggregates of these tracks and artists.
   *
   * @param topGenres of the tracks' artists, commonest first
   */
  static Aggregates of(
      List<TrackPlan> tracks,
      Collection<SectionState<LastfmArtist>> artists,
      List<String> topGenres) {
    List<DeezerTrack> deezer = data(tracks, TrackPlan::deezer);
    List<LastfmTrack> lastfm = data(tracks, TrackPlan::lastfm);
    List<AudioFeatures> features = data(tracks, TrackPlan::audioFeatures);
    List<Mix> mixes = tracks.stream().map(TrackPlan::mix).toList();
    return new Aggregates(
        Statistics.of(known(mixes, Mix::bpm)).orElse(null),
        Statistics.of(known(deezer, DeezerTrack::gain)).orElse(null),
        Statistics.of(known(deezer, DeezerTrack::rank)).orElse(null),
        keys(known(mixes, Mix::key)),
        CrowdTags.of(lastfm, MOST_TAGS),
        SimilarTracks.of(tracks.stream().map(TrackPlan::track).toList(), lastfm, MOST_SIMILAR),
        Statistics.average(known(lastfm, LastfmTrack::listeners)).orElse(null),
        Statistics.average(known(lastfm, LastfmTrack::playcount)).orElse(null),
        (int) artists.stream().filter(artist -> artist.data() != null).count(),
        metadata(tracks.stream().map(TrackPlan::track).toList(), topGenres),
        new MeanFeatures(
            Statistics.average(known(features, AudioFeatures::energy)).orElse(null),
            Statistics.average(known(features, AudioFeatures::danceability)).orElse(null),
            Statistics.average(known(features, AudioFeatures::valence)).orElse(null),
            Statistics.average(known(features, AudioFeatures::tempo)).orElse(null)));
  }

  private static <T> List<T> data(
      List<TrackPlan> tracks, Function<TrackPlan, @Nullable SectionState<T>> section) {
    List<T> data = new ArrayList<>();
    for (TrackPlan track : tracks) {
      SectionState<T> state = section.apply(track);
      if (state != null && state.data() != null) {
        data.add(state.data());
      }
    }
    return data;
  }

  private static <T, V> List<V> known(Collection<T> records, Function<T, @Nullable V> field) {
    List<V> values = new ArrayList<>();
    for (T each : records) {
      V value = field.apply(each);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static List<KeyCount> keys(List<MusicalKey> keys) {
    Map<MusicalKey, Integer> counts = new HashMap<>();
    keys.forEach(key -> counts.merge(key, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(each -> new KeyCount(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingInt(KeyCount::count)
                .reversed()
                .thenComparing(each -> each.key().camelot()))
        .toList();
  }

  private static Metadata metadata(List<Track> tracks, List<String> topGenres) {
    List<Integer> years = known(tracks, Track::releaseYear);
    List<Boolean> explicit = known(tracks, Track::explicit);
    Set<String> artists = new LinkedHashSet<>();
    for (Track track : tracks) {
      for (Artist artist : track.artists()) {
        artists.add(Names.normalized(artist.name()));
      }
    }
    return new Metadata(
        Statistics.average(
                known(tracks, Track::duration).stream().map(each -> each.toMillis()).toList())
            .orElse(null),
        Statistics.average(known(tracks, Track::popularity)).orElse(null),
        explicit.isEmpty()
            ? null
            : 100.0 * explicit.stream().filter(Objects::requireNonNull).count() / explicit.size(),
        Statistics.of(years)
            .map(all -> new ReleaseYears((int) all.min(), (int) all.max(), all.avg()))
            .orElse(null),
        topGenres,
        artists.size());
  }
}
