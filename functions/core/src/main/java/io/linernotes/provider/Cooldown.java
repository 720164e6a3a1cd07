package io.linernotes.provider;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Kind;
import java.time.Duration;

/**
 * Why a provider, or one of its features, is not called for a while. Every instance reads it from
 * the cache and keeps to it until the entry ends.
 *
 * @param strikes how many cooldowns came in a row; each one doubles the next one's length
 */
public record Cooldown(Reason reason, int strikes) {

  /** Why it is not called. */
  public enum Reason {
    /** The provider wants fewer calls. */
    THROTTLED,
    /** The provider is down. */
    UNAVAILABLE,
    /** The provider refuses this feature to this application. */
    UNSUPPORTED
  }

  public static final Kind<Cooldown> KIND =
      new Kind<>(
          "cooldown",
          "cooldown:",
          Cooldown.class,
          Duration.ofMinutes(1),
          Duration.ZERO,
          Kind.History.REPLACED);

  /** {@code cooldown:{provider}}. */
  public static CacheKey<Cooldown> key(Provider provider) {
    return KIND.key(provider.id());
  }

  /**
   * {@code cooldown:{provider}:{feature}}, for one refused feature; the rest of the provider is
   * still called.
   */
  public static CacheKey<Cooldown> key(Provider provider, String feature) {
    return KIND.key(provider.id() + ":" + feature);
  }
}
