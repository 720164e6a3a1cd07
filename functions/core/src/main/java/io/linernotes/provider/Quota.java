package io.linernotes.provider;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a provider allows: so many calls in any rolling window of that length. */
public record Quota(int calls, Duration window) {

  /**
   * Sends drift on their way to the provider, so each window is paced as if it were a little
   * longer: two sends a window apart may arrive this much closer without a breach.
   */
  private static final double GUARD = 1.04;

  private static final Pattern FORM = Pattern.compile("([0-9]+)/([0-9]+(?:\\.[0-9]+)?)");

  /**
   * @throws IllegalArgumentException if there is no call or no window
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

  /** This quota with its window divided by {@code scale}, so that the clock runs faster. */
  public Quota scaled(double scale) {
    return new Quota(calls, seconds(window.toNanos() / 1e9 / scale));
  }

  /**
   * How far apart one of {@code instances} must space its sends so that all of them together stay
   * within the quota in every rolling window. One call of a quota that can be shared is kept spare.
   */
  public Duration spacing(int instances) {
    int usable = Math.max(1, calls - 1);
    double share = usable >= instances ? usable / instances : (double) usable / instances;
    return Duration.ofNanos((long) (window.toNanos() * GUARD / share));
  }

  /** Whether each call is the whole of a window, so that no two instances can share the quota. */
  public boolean isIndivisible() {
    return calls == 1;
  }

  /** How long this many calls take at best. */
  public Duration timeFor(long count) {
    return Duration.ofNanos((long) (window.toNanos() * GUARD * count / calls));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
