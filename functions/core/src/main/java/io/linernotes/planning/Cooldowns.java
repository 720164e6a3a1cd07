package io.linernotes.planning;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Cooldown.Reason;
import io.linernotes.provider.Provider;
import io.linernotes.task.Task;
import io.linernotes.task.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cooldowns that are running, read from a view of the cache. */
public final class Cooldowns {

  /** Spotify's audio features, which it refuses to most applications. */
  public static final CacheKey<Cooldown> AUDIO_FEATURES =
      Cooldown.key(Provider.SPOTIFY, "audio_features");

  /** Spotify's recommendations, which it refuses to most applications too. */
  public static final CacheKey<Cooldown> RECOMMENDATIONS =
      Cooldown.key(Provider.SPOTIFY, "recommendations");

  /**
   * Spotify's batches of artists. Where they are refused, genres are not worth a call per artist.
   */
  public static final CacheKey<Cooldown> ARTISTS = Cooldown.key(Provider.SPOTIFY, "artists");

  private static final List<CacheKey<?>> KEYS = keys();

  private final CacheView view;
  private final Instant now;

  public Cooldowns(CacheView view, Instant now) {
    this.view = view;
    this.now = now;
  }

  /** The keys of all cooldowns, which a view must hold. */
  public static List<CacheKey<?>> all() {
    return KEYS;
  }

  private static List<CacheKey<?>> keys() {
    List<CacheKey<?>> keys = new ArrayList<>();
    for (Provider provider : Provider.values()) {
      keys.add(Cooldown.key(provider));
    }
    keys.addAll(List.of(AUDIO_FEATURES, RECOMMENDATIONS, ARTISTS));
    return List.copyOf(keys);
  }

  /** A cooldown and how long it still lasts. */
  public record Running(Cooldown cooldown, Duration left) {

    /**
     * Whether it lasts longer than a queue can delay a message, so that nothing is sent until it
     * ends.
     */
    public boolean isLong() {
      return left.compareTo(TaskQueue.LONGEST_DELAY) > 0;
    }
  }

  /** The provider's cooldown, if one is running. */
  public Optional<Running> of(Provider provider) {
    return running(Cooldown.key(provider));
  }

  /**
   * The provider's cooldown, if it stops new tasks: an outage, or a long cooldown. Under a short
   * throttling, tasks are still sent and wait in the queue.
   */
  public Optional<Running> blocking(Provider provider) {
    return of(provider)
        .filter(running -> running.isLong() || running.cooldown().reason() == Reason.UNAVAILABLE);
  }

  /** Whether Spotify refuses audio features to this application. */
  public boolean audioFeaturesUnsupported() {
    return isRefused(AUDIO_FEATURES);
  }

  /** Whether the task needs a feature that Spotify refuses to this application. */
  public boolean refuses(Task task) {
    return switch (task) {
      case Task.FetchRecommendations _ -> isRefused(RECOMMENDATIONS);
      case Task.FetchArtists _ -> isRefused(ARTISTS);
      case Task.FetchAudioFeatures _ -> isRefused(AUDIO_FEATURES);
      case Task.FetchPlaylist _,
          Task.FetchPlaylistPage _,
          Task.FetchProfile _,
          Task.FetchTracks _,
          Task.FetchSearch _,
          Task.FindIsrc _,
          Task.FetchDeezerTrack _,
          Task.FetchLastfmTrack _,
          Task.FetchLastfmArtist _,
          Task.FetchReccoBeatsFeatures _,
          Task.FetchFeaturesByIsrc _ ->
          false;
    };
  }

  private boolean isRefused(CacheKey<Cooldown> feature) {
    return running(feature).isPresent();
  }

  private Optional<Running> running(CacheKey<Cooldown> key) {
    Entry<Cooldown> entry = view.slot(key).fresh(now);
    return entry == null || entry.value() == null
        ? Optional.empty()
        : Optional.of(new Running(entry.value(), Duration.between(now, entry.freshUntil())));
  }
}
