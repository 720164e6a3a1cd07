package io.linernotes.local.stack.lambda;

import java.nio.charset.StandardCharsets;

/** The outcome of a function's invocation. */
public sealed interface Invocation {
  /** The handler answered with this JSON. */
  record Answered(byte[] json) implements Invocation {
    /** The JSON as text. */
    public String text() {
      return new String(json, StandardCharsets.UTF_8);
    }
  }

  /** The handler threw, could not be constructed, or returned a value that cannot be serialized. */
  record Failed(String errorType, String errorMessage) implements Invocation {}

  /** The handler took longer than the function's timeout. */
  record TimedOut() implements Invocation {}

  /** All of the function's reserved concurrency is in use. */
  record Throttled() implements Invocation {}
}
