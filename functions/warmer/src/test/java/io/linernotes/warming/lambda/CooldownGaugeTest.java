package io.linernotes.warming.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.Entry;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.observability.RecordedMetrics;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Provider;
import io.linernotes.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CooldownGaugeTest {

  @Test
  void measuresEveryProvider() {
    Instant now = MovableClock.atNoon().instant();
    InMemoryTrackCache cache = new InMemoryTrackCache();
    cache.with(
        Entry.until(
            Cooldown.key(Provider.SPOTIFY),
            new Cooldown(Cooldown.Reason.THROTTLED, 1),
            now.minus(Duration.ofMinutes(1)),
            now.plusSeconds(90)));
    RecordedMetrics metrics = new RecordedMetrics();

    new CooldownGauge(cache, metrics).measure(now);

    Map<String, Map<String, List<Double>>> expected = new TreeMap<>();
    for (Provider provider : Provider.values()) {
      expected.put(
          "Provider=" + provider.id(),
          Map.of("CooldownSeconds SECONDS", List.of(provider == Provider.SPOTIFY ? 90.0 : 0.0)));
    }
    assertThat(metrics.values()).isEqualTo(expected);
  }
}
