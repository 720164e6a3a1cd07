package io.linernotes.warming;

import io.linernotes.provider.Provider;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one run of warming did, and what it left.
 *
 * @param freshUntil whatever was not fresh until then was due
 * @param playlists how many playlists were looked after
 * @param tracks how many tracks
 */
public record WarmingReport(
    Instant freshUntil, int playlists, int tracks, Map<Provider, Counts> providers) {

  public WarmingReport {
    Map<Provider, Counts> ordered = new EnumMap<>(Provider.class);
    ordered.putAll(providers);
    providers = Collections.unmodifiableMap(ordered);
  }

  /**
   * Of one provider.
   *
   * @param sent tasks sent; one may be about many records
   * @param fresh records that are fresh for long enough
   * @param onItsWay records that somebody else is having asked
   * @param leftOut records that are due, but not within the quota that is left to warming
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
