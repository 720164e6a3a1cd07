package io.linernotes.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The calls that arrived at one provider. */
final class CallLog {
  private final Map<String, Integer> callsByEndpoint = new TreeMap<>();
  private final List<Instant> arrivals = new ArrayList<>();
  private int throttled;
  private int breaches;

  /** Counts a call outside of the quotas. */
  synchronized void arrived(String endpoint) {
    callsByEndpoint.merge(endpoint, 1, Integer::sum);
  }

  synchronized void arrived(String endpoint, Instant at, boolean overQuota) {
    arrived(endpoint);
    arrivals.add(at);
    breaches += overQuota ? 1 : 0;
  }

  synchronized void throttled() {
    throttled++;
  }

  synchronized void reset() {
    callsByEndpoint.clear();
    arrivals.clear();
    throttled = 0;
    breaches = 0;
  }

  synchronized ProviderReport report(Quota quota) {
    return new ProviderReport(quota, callsByEndpoint, throttled, breaches, arrivals);
  }
}
