package io.linernotes.api.mcp;

/** Receives the progress of a tool. */
interface Progress {

  /** Ignores the progress. */
  Progress NONE = (resolved, total) -> {};

  /** Reports how many of {@code total} sections are resolved. */
  void at(int resolved, int total);
}
