package io.linernotes.local.cli;

import java.io.PrintStream;

/**
 * Where a command prints.
 *
 * @param out the result
 * @param err progress and errors
 * @param interactive whether {@code err} is a terminal that is wide enough to redraw bars on
 * @param columns how wide lines may be
 */
record Screen(PrintStream out, PrintStream err, boolean interactive, int columns) {
  private static final int DEFAULT_COLUMNS = 120;
  private static final int LEAST_COLUMNS = 60;
  private static final int MOST_COLUMNS = 160;

  Screen {
    columns = Math.clamp(columns, LEAST_COLUMNS, MOST_COLUMNS);
  }

  /** The screen of this process, as the launcher found it. */
  static Screen system() {
    int columns = Integer.getInteger("linernotes.columns", DEFAULT_COLUMNS);
    // A bar that is wider than the terminal wraps, and each drawing of it would add lines.
    boolean interactive = Boolean.getBoolean("linernotes.interactive") && columns >= LEAST_COLUMNS;
    return new Screen(System.out, System.err, interactive, columns);
  }
}
