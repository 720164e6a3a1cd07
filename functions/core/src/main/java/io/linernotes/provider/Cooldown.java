package io.linernotes.provider;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Kind;
import java.time.Duration;

/**
 * Why a provider, or one of its features, is not called for a while. Shared through the cache, and
 * honoured by every instance until the entry ends.
 *
 * @param strikes how many cooldowns came in a row; each doubles the next
 */
public record Cooldown(Reason reason, int strikes) {

  /** Why nobody calls it. */
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

  /** {@code cooldown:{provider}:{feature}}: a refusal that leaves the rest of the provider open. */
  public static CacheKey<Cooldown> key(Provider provider, String feature) {
    return KIND.key(provider.id() + ":" + feature);
  }
}
