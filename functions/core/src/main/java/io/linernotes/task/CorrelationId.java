package io.linernotes.task;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids that connect the log lines of one request, from the API to the workers. */
public final class CorrelationId {

  /** The id of a request that has none. */
  public static final String NONE = "none";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private CorrelationId() {}

  /**
   * The id in {@code text}; {@link #NONE} unless it is 1 to 64 letters, digits, {@code _} or {@code
   * -}.
   */
  public static String of(@Nullable String text) {
    return text != null && FORM.matcher(text).matches() ? text : NONE;
  }
}
