package io.linernotes.status;

import io.linernotes.task.QueueDepths;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The status of the service.
 *
 * @param providers by the provider's name
 * @param cache today's answers by section: how many of each state
 */
public record ServiceStatus(
    Instant at, Map<String, ProviderStatus> providers, Map<String, Map<String, Long>> cache) {

  /**
   * The status of one provider.
   *
   * @param cooldown null while the provider may be called
   * @param queue null if no queue is configured
   */
  public record ProviderStatus(
      QuotaStatus quota,
      Used used,
      @Nullable CooldownStatus cooldown,
      QueueDepths.@Nullable Depth queue) {}

  /** The quota: calls in any rolling window. */
  public record QuotaStatus(int calls, double windowSeconds) {}

  /**
   * How much of the quota was used.
   *
   * @param lastMinute calls in the last full minute
   * @param lastMinutePercent of what the quota allows in a minute
   * @param today calls since midnight UTC
   * @param throttledToday how many calls the provider throttled
   * @param failedToday how many calls it did not answer
   */
  public record Used(
      long lastMinute, long lastMinutePercent, long today, long throttledToday, long failedToday) {}

  /** Why the provider is not called, and for how many seconds more. */
  public record CooldownStatus(String reason, long secondsLeft) {}
}
