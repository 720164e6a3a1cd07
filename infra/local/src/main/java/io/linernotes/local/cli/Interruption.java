package io.linernotes.local.cli;

import io.linernotes.track.SpotifyId;
import java.io.PrintStream;

/** Tells who ends a command while an analysis is on its way that the service goes on with it. */
final class Interruption implements AutoCloseable {
  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  /** Tells it on {@code err} if the process ends before this is closed. */
  static Interruption during(SpotifyId playlist, String serviceOptions, PrintStream err) {
    var hook = new Thread(() -> err.print(message(playlist, serviceOptions)), "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  static String message(SpotifyId playlist, String serviceOptions) {
    return "%nThe service goes on with the analysis. To see how far it has come:%n  ./linernotes analyze %s%s --no-wait%n"
        .formatted(playlist, serviceOptions);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook runs.
    }
  }
}
