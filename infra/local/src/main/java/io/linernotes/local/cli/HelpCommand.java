package io.linernotes.local.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the help of one command, or the overview of all commands. */
@Command(name = "help", description = "Tells what a command does and takes.")
final class HelpCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command.")
  private @Nullable String command;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  HelpCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    if (command == null) {
      screen.out().print(Linernotes.help());
      return CommandLine.ExitCode.OK;
    }
    var asked = spec.root().subcommands().get(command);
    if (asked == null) {
      throw new UsageException("There is no command " + command + ": see ./linernotes help.");
    }
    asked.usage(screen.out());
    return CommandLine.ExitCode.OK;
  }
}
