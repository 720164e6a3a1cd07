package io.linernotes.warming;

import io.linernotes.config.Configuration;
import java.time.Duration;

/**
 * How much warming may use, and how often it runs.
 *
 * @param share of each quota
 */
public record WarmingSettings(double share, Duration interval) {

  /**
   * The settings in {@code WARM_SHARE} and {@code WARM_MINUTES}.
   *
   * @throws IllegalStateException if a variable is malformed, naming it and the remedy
   */
  public static WarmingSettings of(Configuration configuration) {
    double share = configuration.decimal("WARM_SHARE", 0.5);
    if (share > 1) {
      throw new IllegalStateException(
          "WARM_SHARE is " + share + ". Set it to a share of the quotas such as 0.5, 1 at most.");
    }
    return new WarmingSettings(
        share, Duration.ofMinutes(configuration.wholeNumber("WARM_MINUTES", 15, 1)));
  }
}
