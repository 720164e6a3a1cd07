package io.linernotes.local.cli;

import io.linernotes.track.SpotifyId;
import java.io.PrintStream;

/** Tells a user who interrupts a command that the service continues the analysis. */
final class Interruption implements AutoCloseable {
  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  /** Prints the notice on {@code err} if the process ends before this is closed. */
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
      // The process is already ending, and the hook is running.
    }
  }
}
