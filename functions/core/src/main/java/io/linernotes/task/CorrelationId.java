package io.linernotes.task;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts that tie the log lines of one request together, from the API to the workers. */
public final class CorrelationId {

  /** What stands where none is known. */
  public static final String NONE = "none";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private CorrelationId() {}

  /** The id in {@code text}, or {@link #NONE} if there is none that a log may hold. */
  public static String of(@Nullable String text) {
    return text != null && FORM.matcher(text).matches() ? text : NONE;
  }
}
