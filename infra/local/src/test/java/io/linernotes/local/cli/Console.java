package io.linernotes.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;

/** Runs commands and keeps what they print. */
final class Console {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Screen screen;

  Console() {
    this(100);
  }

  Console(int columns) {
    screen =
        new Screen(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, columns);
  }

  int run(String... arguments) {
    return run(Map.of(), arguments);
  }

  int run(Map<String, String> environment, String... arguments) {
    return Linernotes.run(screen, environment, arguments);
  }

  Screen screen() {
    return screen;
  }

  String out() {
    return out.toString(UTF_8);
  }

  String err() {
    return err.toString(UTF_8);
  }
}
