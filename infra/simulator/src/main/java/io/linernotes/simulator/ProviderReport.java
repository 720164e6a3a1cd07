package io.linernotes.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The calls that one provider received.
 *
 * @param quota the quota as enforced, scaled
 * @param callsByEndpoint every call, by endpoint, as in {@code GET /tracks/{id}}
 * @param throttled calls that were answered with the provider's signal to slow down
 * @param breaches calls that arrived over the quota
 * @param arrivals when the calls that count against the quota arrived, earliest first; calls to
 *     Spotify's accounts service do not count
 */
public record ProviderReport(
    Quota quota,
    Map<String, Integer> callsByEndpoint,
    int throttled,
    int breaches,
    List<Instant> arrivals) {

  public ProviderReport {
    callsByEndpoint = Map.copyOf(callsByEndpoint);
    arrivals = arrivals.stream().sorted().toList();
  }

  /** All calls. */
  public int calls() {
    return callsByEndpoint.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The calls to one endpoint. */
  public int calls(String endpoint) {
    return callsByEndpoint.getOrDefault(endpoint, 0);
  }

  /** The most calls that arrived in any window of the quota's length. */
  public int busiestWindow() {
    return busiestWindow(quota.window());
  }

  /** The most calls that arrived in any window of this length. */
  public int busiestWindow(Duration window) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < arrivals.size(); last++) {
      while (!arrivals.get(first).plus(window).isAfter(arrivals.get(last))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /**
   * The share of the quota that was used between the first and the last arrival, from 0 to 1 for a
   * caller within the quota; 0 with fewer than two arrivals.
   */
  public double utilisation() {
    if (arrivals.size() < 2) {
      return 0;
    }
    Duration span = Duration.between(arrivals.getFirst(), arrivals.getLast());
    double possible = quota.calls() * (double) span.toNanos() / quota.window().toNanos();
    return possible == 0 ? 0 : (arrivals.size() - 1) / possible;
  }
}
