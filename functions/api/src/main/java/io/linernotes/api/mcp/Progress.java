package io.linernotes.api.mcp;

/** Hears how far a tool has come. */
interface Progress {

  /** For a client that does not want to know. */
  Progress NONE = (resolved, total) -> {};

  /** So many of the sections are resolved. */
  void at(int resolved, int total);
}
