package io.linernotes.status;

import io.linernotes.task.QueueDepths;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the service is doing.
 *
 * @param providers by the provider's name
 * @param cache today's answers by section: how many of each state
 */
public record ServiceStatus(
    Instant at, Map<String, ProviderStatus> providers, Map<String, Map<String, Long>> cache) {

  /**
   * How it is with one provider.
   *
   * @param cooldown null while the provider may be asked
   * @param queue null where no queue is known
   */
  public record ProviderStatus(
      QuotaStatus quota,
      Used used,
      @Nullable CooldownStatus cooldown,
      QueueDepths.@Nullable Depth queue) {}

  /** The quota: calls in any rolling window. */
  public record QuotaStatus(int calls, double windowSeconds) {}

  /**
   * What was used of it.
   *
   * @param lastMinute calls in the last full minute
   * @param lastMinutePercent of what the quota allows in a minute
   * @param today calls since midnight UTC
   * @param throttledToday how often the provider asked for fewer
   * @param failedToday how often it did not answer
   */
  public record Used(
      long lastMinute, long lastMinutePercent, long today, long throttledToday, long failedToday) {}

  /** Why and how long the provider is not asked. */
  public record CooldownStatus(String reason, long secondsLeft) {}
}
