package io.linernotes.warming;

import io.linernotes.provider.Provider;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run of the warmer did, and what it left out.
 *
 * @param freshUntil entries that will be stale at this instant were due
 * @param playlists how many playlists were planned
 * @param tracks how many tracks were planned
 * @param stoppedAt where the run stopped because its budget or its reads were used up; null if it
 *     finished
 */
public record WarmingReport(
    Instant freshUntil,
    int playlists,
    int tracks,
    Map<Provider, Counts> providers,
    WarmupTargets.@Nullable Position stoppedAt) {

  public WarmingReport {
    Map<Provider, Counts> ordered = new EnumMap<>(Provider.class);
    ordered.putAll(providers);
    providers = Collections.unmodifiableMap(ordered);
  }

  /**
   * The counts of one provider.
   *
   * @param sent tasks sent; one task may fetch many records
   * @param fresh records that are fresh for long enough
   * @param onItsWay records for which a task is in a queue already
   * @param leftOut records that are due, but for which the warmer has no quota left
   */
  public record Counts(int sent, int fresh, int onItsWay, int leftOut) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(
          sent + other.sent,
          fresh + other.fresh,
          onItsWay + other.onItsWay,
          leftOut + other.leftOut);
    }
  }
}
