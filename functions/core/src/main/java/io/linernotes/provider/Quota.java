package io.linernotes.provider;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a provider allows: at most {@code calls} calls in any rolling window of length {@code
 * window}.
 */
public record Quota(int calls, Duration window) {

  /**
   * Network delay varies, so two calls sent one window apart may arrive closer together. Pacing
   * therefore assumes a window that is 4 % longer.
   */
  private static final double GUARD = 1.04;

  private static final Pattern FORM = Pattern.compile("([0-9]+)/([0-9]+(?:\\.[0-9]+)?)");

  /**
   * @throws IllegalArgumentException if {@code calls} is below 1 or {@code window} is not positive
   */
  public Quota {
    if (calls < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("a quota is at least one call per positive window");
    }
  }

  /**
   * Reads {@code calls/seconds}, for example {@code 50/5}.
   *
   * @throws IllegalArgumentException if {@code text} has another form
   */
  public static Quota parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a quota of the form calls/seconds: " + text);
    }
    return new Quota(
        Integer.parseInt(matcher.group(1)), seconds(Double.parseDouble(matcher.group(2))));
  }

  /**
   * This quota with its window divided by {@code scale}: at a scale of 10, ten times as many calls
   * fit into the same time.
   */
  public Quota scaled(double scale) {
    return new Quota(calls, seconds(window.toNanos() / 1e9 / scale));
  }

  /**
   * The time that each of {@code instances} leaves between its calls, so that all instances
   * together stay within the quota in every rolling window. If a quota has more than one call, one
   * of them is kept in reserve.
   */
  public Duration spacing(int instances) {
    int usable = Math.max(1, calls - 1);
    double share = usable >= instances ? usable / instances : (double) usable / instances;
    return Duration.ofNanos((long) (window.toNanos() * GUARD / share));
  }

  /** Whether the quota is one call per window, so that two instances cannot share it. */
  public boolean isIndivisible() {
    return calls == 1;
  }

  /** The least time that this many calls take within the quota. */
  public Duration timeFor(long count) {
    return Duration.ofNanos((long) (window.toNanos() * GUARD * count / calls));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
