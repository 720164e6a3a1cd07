package io.linernotes.simulator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the simulated providers behave.
 *
 * @param port 0 takes a free one
 * @param quotaScale divides every quota's window and every latency, so that time runs faster
 * @param spotifyDailyQuota Spotify's second quota with a much longer window; null for none
 * @param arrivalTolerance how much earlier than its window allows a call may arrive, for the
 *     scheduler's jitter on a busy machine; not scaled
 * @param clock the clock for quotas and token lifetimes
 */
public record SimulatorOptions(
    int port,
    double quotaScale,
    Map<Provider, Quota> quotas,
    @Nullable Quota spotifyDailyQuota,
    Map<Provider, Duration> latencies,
    Duration arrivalTolerance,
    SpotifyMode spotifyMode,
    PlaylistShape playlistShape,
    InstantSource clock) {

  private static final Map<Provider, Quota> QUOTAS =
      Map.of(
          Provider.SPOTIFY, Quota.of(60, 30),
          Provider.DEEZER, Quota.of(50, 5),
          Provider.MUSICBRAINZ, Quota.of(1, 1),
          Provider.LASTFM, Quota.of(25, 5),
          Provider.RECCOBEATS, Quota.of(20, 10));

  private static final Map<Provider, Duration> LATENCIES =
      Map.of(
          Provider.SPOTIFY, Duration.ofMillis(120),
          Provider.DEEZER, Duration.ofMillis(80),
          Provider.MUSICBRAINZ, Duration.ofMillis(150),
          Provider.LASTFM, Duration.ofMillis(120),
          Provider.RECCOBEATS, Duration.ofMillis(100));

  public SimulatorOptions {
    if (quotaScale <= 0) {
      throw new IllegalArgumentException("A quota scale is positive: " + quotaScale);
    }
    quotas = filled(quotas, QUOTAS);
    latencies = filled(latencies, LATENCIES);
  }

  /** Real quotas and latencies, Spotify in extended mode, any free port. */
  public static SimulatorOptions defaults() {
    return new SimulatorOptions(
        0,
        1,
        QUOTAS,
        null,
        LATENCIES,
        Duration.ZERO,
        SpotifyMode.EXTENDED,
        PlaylistShape.BOTH,
        InstantSource.system());
  }

  /** No quotas and no latencies, for tests of anything else. */
  public static SimulatorOptions unhurried() {
    return defaults().withoutQuotas().withoutLatency();
  }

  public SimulatorOptions withPort(int newPort) {
    return copy(newPort, quotaScale, quotas, latencies);
  }

  public SimulatorOptions withQuotaScale(double scale) {
    return copy(port, scale, quotas, latencies);
  }

  /** Replaces one provider's quota; unscaled. */
  public SimulatorOptions withQuota(Provider provider, Quota quota) {
    return copy(port, quotaScale, with(quotas, provider, quota), latencies);
  }

  /** Replaces one provider's latency; unscaled. */
  public SimulatorOptions withLatency(Provider provider, Duration latency) {
    return copy(port, quotaScale, quotas, with(latencies, provider, latency));
  }

  public SimulatorOptions withoutQuotas() {
    return copy(port, quotaScale, everywhere(Quota.UNLIMITED), latencies);
  }

  public SimulatorOptions withoutLatency() {
    return copy(port, quotaScale, quotas, everywhere(Duration.ZERO));
  }

  public SimulatorOptions withSpotifyDailyQuota(int calls) {
    return new SimulatorOptions(
        port,
        quotaScale,
        quotas,
        new Quota(calls, Duration.ofDays(1)),
        latencies,
        arrivalTolerance,
        spotifyMode,
        playlistShape,
        clock);
  }

  public SimulatorOptions withArrivalTolerance(Duration tolerance) {
    return new SimulatorOptions(
        port,
        quotaScale,
        quotas,
        spotifyDailyQuota,
        latencies,
        tolerance,
        spotifyMode,
        playlistShape,
        clock);
  }

  /** Sets the mode, and the playlist shape that goes with it. */
  public SimulatorOptions withSpotifyMode(SpotifyMode mode) {
    return with(mode, mode == SpotifyMode.DEVELOPMENT ? PlaylistShape.ITEMS : playlistShape, clock);
  }

  public SimulatorOptions withPlaylistShape(PlaylistShape shape) {
    return with(spotifyMode, shape, clock);
  }

  public SimulatorOptions withClock(InstantSource newClock) {
    return with(spotifyMode, playlistShape, newClock);
  }

  /** The provider's quota as it is enforced, scaled. */
  public Quota quota(Provider provider) {
    return scaled(quotas.getOrDefault(provider, Quota.UNLIMITED));
  }

  Quota scaled(Quota quota) {
    return quota.equals(Quota.UNLIMITED) ? quota : quota.scaled(quotaScale);
  }

  Duration latency(Provider provider) {
    return Durations.divided(latencies.getOrDefault(provider, Duration.ZERO), quotaScale);
  }

  private SimulatorOptions copy(
      int newPort, double scale, Map<Provider, Quota> newQuotas, Map<Provider, Duration> delays) {
    return new SimulatorOptions(
        newPort,
        scale,
        newQuotas,
        spotifyDailyQuota,
        delays,
        arrivalTolerance,
        spotifyMode,
        playlistShape,
        clock);
  }

  private SimulatorOptions with(SpotifyMode mode, PlaylistShape shape, InstantSource newClock) {
    return new SimulatorOptions(
        port,
        quotaScale,
        quotas,
        spotifyDailyQuota,
        latencies,
        arrivalTolerance,
        mode,
        shape,
        newClock);
  }

  private static <T> Map<Provider, T> filled(Map<Provider, T> given, Map<Provider, T> defaults) {
    Map<Provider, T> all = new EnumMap<>(defaults);
    all.putAll(given);
    return Map.copyOf(all);
  }

  private static <T> Map<Provider, T> with(Map<Provider, T> map, Provider provider, T value) {
    Map<Provider, T> changed = new EnumMap<>(map);
    changed.put(provider, value);
    return changed;
  }

  private static <T> Map<Provider, T> everywhere(T value) {
    Map<Provider, T> all = new EnumMap<>(Provider.class);
    for (Provider provider : Provider.values()) {
      all.put(provider, value);
    }
    return all;
  }
}
