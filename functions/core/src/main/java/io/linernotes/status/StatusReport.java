package io.linernotes.status;

import io.linernotes.cache.TrackCache;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Cooldowns;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.status.ServiceStatus.CooldownStatus;
import io.linernotes.status.ServiceStatus.ProviderStatus;
import io.linernotes.status.ServiceStatus.QuotaStatus;
import io.linernotes.status.ServiceStatus.Used;
import io.linernotes.task.QueueDepths;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Collects the status of the service from the cache, the queues and the counters. */
public final class StatusReport {

  private final TrackCache cache;
  private final QueueDepths queues;
  private final Counters counters;
  private final Map<Provider, Quota> quotas;

  public StatusReport(
      TrackCache cache, QueueDepths queues, Counters counters, Map<Provider, Quota> quotas) {
    this.cache = cache;
    this.queues = queues;
    this.counters = counters;
    this.quotas = Map.copyOf(quotas);
  }

  /** The status at {@code now}. */
  public ServiceStatus at(Instant now) {
    Cooldowns cooldowns = new Cooldowns(cache.read(Cooldowns.all()), now);
    Map<Provider, QueueDepths.Depth> depths = queues.depths();
    Map<String, Long> today = counters.ofDay(now);
    Map<String, Long> lastMinute = counters.ofLastMinute(now);
    Map<String, ProviderStatus> providers = new LinkedHashMap<>();
    for (Provider provider : Provider.values()) {
      Quota quota = quotas.get(provider);
      if (quota != null) {
        providers.put(
            provider.id(),
            new ProviderStatus(
                new QuotaStatus(quota.calls(), quota.window().toMillis() / 1000.0),
                used(provider, quota, today, lastMinute),
                cooldowns.of(provider).map(StatusReport::cooldown).orElse(null),
                depths.get(provider)));
      }
    }
    return new ServiceStatus(now, providers, answers(today));
  }

  private static Used used(
      Provider provider, Quota quota, Map<String, Long> today, Map<String, Long> lastMinute) {
    long calls = lastMinute.getOrDefault(CountNames.calls(provider), 0L);
    double allowed =
        (double) quota.calls() * Duration.ofMinutes(1).toNanos() / quota.window().toNanos();
    return new Used(
        calls,
        Math.round(100 * calls / allowed),
        today.getOrDefault(CountNames.calls(provider), 0L),
        today.getOrDefault(CountNames.throttled(provider), 0L),
        today.getOrDefault(CountNames.failed(provider), 0L));
  }

  private static CooldownStatus cooldown(Cooldowns.Running running) {
    return new CooldownStatus(
        running.cooldown().reason().name().toLowerCase(Locale.ROOT),
        running.left().plusMillis(999).toSeconds());
  }

  private static Map<String, Map<String, Long>> answers(Map<String, Long> today) {
    Map<String, Map<String, Long>> answers = new LinkedHashMap<>();
    for (Section section : Section.values()) {
      Map<String, Long> counts = new LinkedHashMap<>();
      for (Status status : Status.values()) {
        counts.put(status.id(), today.getOrDefault(CountNames.answered(section, status), 0L));
      }
      answers.put(section.id(), counts);
    }
    return answers;
  }
}
