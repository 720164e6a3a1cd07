package io.linernotes.planning;

import io.linernotes.enrichment.Section;
import io.linernotes.playlist.Playlist;
import io.linernotes.provider.Provider;
import io.linernotes.task.Task;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The most calls to providers that tasks and sections cost. Lease times, warming budgets and ETAs
 * are computed from these figures.
 */
public final class CallCost {

  /**
   * A task of which only its provider is known: a Last.fm track, or a track that Deezer searches.
   */
  public static final int OF_ANY_TASK = 2;

  /** By ISRC, by the search for the ISRC, by up to five searches for the names. */
  private static final int DEEZER_CHAIN = 7;

  /** The track and its similar tracks. */
  private static final int LASTFM_TRACK = 2;

  /** A playlist that is not cached may have 10,000 entries on pages of 100. */
  private static final int UNSEEN_PAGES = 101;

  private CallCost() {}

  /** The provider that is called first for a section. */
  public static Provider provider(Section section) {
    return switch (section) {
      case DEEZER -> Provider.DEEZER;
      case LASTFM, ARTISTS -> Provider.LASTFM;
      case AUDIO_FEATURES -> Provider.SPOTIFY;
    };
  }

  /**
   * The calls for this section of one track, or for one artist; in a batch, its share of the call.
   */
  public static double ofSection(Section section) {
    return switch (section) {
      case DEEZER, ARTISTS -> 1;
      case LASTFM -> LASTFM_TRACK;
      case AUDIO_FEATURES -> 1.0 / Task.FetchAudioFeatures.MOST;
    };
  }

  /** The calls to ReccoBeats for the audio features of this many tracks. */
  public static double ofFeaturesAtReccoBeats(long tracks) {
    return (double) tracks / Task.FetchReccoBeatsFeatures.MOST;
  }

  /**
   * The calls that a task and its follow-ups cost, by provider. A task that is batched with others
   * costs its share of their call.
   *
   * @param known the cached value that the task refreshes, or null
   */
  public static Map<Provider, Double> of(Task task, @Nullable Object known) {
    Provider provider = task.provider();
    return switch (task) {
      case Task.FetchPlaylist _ ->
          Map.of(
              provider,
              (double)
                  (known instanceof Playlist playlist
                      ? playlist.pageOffsets().size()
                      : UNSEEN_PAGES));
      case Task.FetchDeezerTrack(var track, _, _) ->
          Map.of(provider, known != null && track.isrc() != null ? 1.0 : DEEZER_CHAIN);
      case Task.FindIsrc _ -> Map.of(provider, 1.0, Provider.DEEZER, (double) DEEZER_CHAIN);
      case Task.FetchLastfmTrack _ -> Map.of(provider, (double) LASTFM_TRACK);
      case Task.FetchAudioFeatures _ -> Map.of(provider, 1.0 / Task.FetchAudioFeatures.MOST);
      case Task.FetchReccoBeatsFeatures _ ->
          Map.of(provider, 1.0 / Task.FetchReccoBeatsFeatures.MOST);
      case Task.FetchFeaturesByIsrc _ ->
          // One call for the tracks of the recordings, one for their features.
          Map.of(provider, 2.0 / Task.FetchFeaturesByIsrc.MOST);
      case Task.FetchTracks(var tracks, var sections) -> withSections(tracks.size(), sections);
      case Task.FetchArtists _ -> Map.of(provider, 1.0 / Task.FetchArtists.MOST);
      case Task.FetchPlaylistPage _,
          Task.FetchProfile _,
          Task.FetchSearch _,
          Task.FetchRecommendations _,
          Task.FetchLastfmArtist _ ->
          Map.of(provider, 1.0);
    };
  }

  /**
   * Tracks known by id alone: one call each, since Spotify may refuse batches, then their sections.
   */
  private static Map<Provider, Double> withSections(int tracks, Set<Section> sections) {
    Map<Provider, Double> cost = new EnumMap<>(Provider.class);
    cost.put(Provider.SPOTIFY, (double) tracks);
    sections.forEach(
        section -> cost.merge(provider(section), tracks * ofSection(section), Double::sum));
    return cost;
  }
}
