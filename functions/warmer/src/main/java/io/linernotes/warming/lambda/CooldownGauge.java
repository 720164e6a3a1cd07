package io.linernotes.warming.lambda;

import io.linernotes.cache.CacheView;
import io.linernotes.cache.TrackCache;
import io.linernotes.observability.Metrics;
import io.linernotes.observability.Metrics.Dimension;
import io.linernotes.observability.Metrics.Metric;
import io.linernotes.observability.Metrics.Unit;
import io.linernotes.planning.Cooldowns;
import io.linernotes.provider.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Publishes the rest of each provider's cooldown. */
final class CooldownGauge {

  private static final Metric COOLDOWN = new Metric("CooldownSeconds", Unit.SECONDS);

  private final TrackCache cache;
  private final Metrics metrics;

  CooldownGauge(TrackCache cache, Metrics metrics) {
    this.cache = cache;
    this.metrics = metrics;
  }

  /** Publishes every provider's cooldown, 0 for none. */
  void measure(Instant now) {
    CacheView view = cache.read(Cooldowns.all());
    Cooldowns cooldowns = new Cooldowns(view, now);
    for (Provider provider : Provider.values()) {
      Duration left = cooldowns.of(provider).map(Cooldowns.Running::left).orElse(Duration.ZERO);
      metrics.put(
          new Dimension("Provider", provider.id()), List.of(COOLDOWN.of(left.toMillis() / 1e3)));
    }
  }
}
