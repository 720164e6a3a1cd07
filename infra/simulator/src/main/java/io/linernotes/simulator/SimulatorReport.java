package io.linernotes.simulator;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The calls that all providers received since the start or the last reset. */
public record SimulatorReport(Map<Provider, ProviderReport> providers) {

  public SimulatorReport {
    providers = Map.copyOf(providers);
  }

  /** The report of this provider. */
  public ProviderReport of(Provider provider) {
    ProviderReport report = providers.get(provider);
    if (report == null) {
      throw new IllegalArgumentException("No report on " + provider);
    }
    return report;
  }

  /** The calls to all providers. */
  public int calls() {
    return providers.values().stream().mapToInt(ProviderReport::calls).sum();
  }

  /** The calls to this provider. */
  public int calls(Provider provider) {
    return of(provider).calls();
  }

  /** The calls that arrived over any provider's quota. */
  public int breaches() {
    return providers.values().stream().mapToInt(ProviderReport::breaches).sum();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    new EnumMap<>(providers).forEach((provider, report) -> json.put(provider.id(), json(report)));
    return json;
  }

  private static Map<String, Object> json(ProviderReport report) {
    return Json.object(
        "calls", report.calls(),
        "calls_by_endpoint", new TreeMap<>(report.callsByEndpoint()),
        "throttled", report.throttled(),
        "breaches", report.breaches(),
        "quota_calls", report.quota().calls(),
        "quota_window_ms", report.quota().window().toMillis(),
        "busiest_window", report.busiestWindow(),
        "utilisation", report.utilisation(),
        "arrivals_ms", report.arrivals().stream().map(Instant::toEpochMilli).toList());
  }
}
