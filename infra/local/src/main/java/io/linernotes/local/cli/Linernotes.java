package io.linernotes.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.linernotes.local.stack.LocalStackException;
import io.linernotes.local.stack.template.TemplateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The command line. Exit codes: 0 done, 1 failed, 2 called with invalid arguments.
 *
 * <p>The launcher script passes as system properties where the project is ({@code
 * linernotes.home}), whether standard error is a terminal ({@code linernotes.interactive}) and how
 * wide it is ({@code linernotes.columns}).
 */
@Command(
    name = "linernotes",
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      AnalyzeCommand.class,
      OrderCommand.class,
      EnrichCommand.class,
      WarmCommand.class,
      StatusCommand.class,
      MatchCommand.class,
      McpCommand.class,
      InvalidateCommand.class,
      LoginCommand.class,
      InvokeCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    versionProvider = ProjectVersion.class)
public final class Linernotes {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Option(
      names = {"-v", "--verbose"},
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show what the service logs, and where an error came from.")
  private boolean verbose;

  /** Runs one command and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(Screen.system(), System.getenv(), arguments));
  }

  /** Runs one command and returns its exit code. */
  static int run(Screen screen, Map<String, String> environment, String... arguments) {
    if (arguments.length == 0) {
      screen.out().print(help());
      return ExitCode.USAGE;
    }
    return commandLine(screen, environment).execute(arguments);
  }

  private static CommandLine commandLine(Screen screen, Map<String, String> environment) {
    var linernotes = new Linernotes();
    var commandLine =
        new CommandLine(linernotes, new Commands(screen, environment))
            .setOut(new PrintWriter(screen.out(), true))
            .setErr(new PrintWriter(screen.err(), true))
            .setUsageHelpLongOptionsMaxWidth(34)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionStrategy(linernotes::execute)
            .setParameterExceptionHandler(Linernotes::misused)
            .setExecutionExceptionHandler((e, command, parsed) -> linernotes.failed(e, screen));
    return commandLine.setUsageHelpWidth(screen.columns());
  }

  private int execute(CommandLine.ParseResult parsed) {
    Logs.show(verbose);
    if (!parsed.hasSubcommand() && !version) {
      parsed.commandSpec().commandLine().getOut().print(help());
      parsed.commandSpec().commandLine().getOut().flush();
      return help ? ExitCode.OK : ExitCode.USAGE;
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int misused(ParameterException e, String... arguments) {
    var command = e.getCommandLine();
    command.getErr().println(e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("See ./" + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private int failed(Exception e, Screen screen) {
    if (verbose) {
      e.printStackTrace(screen.err());
    } else if (isExpected(e)) {
      screen.err().println(e.getMessage());
    } else {
      screen.err().println(e + " (--verbose tells where)");
    }
    return e instanceof UsageException ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }

  private static boolean isExpected(Exception e) {
    return e instanceof CommandException
        || e instanceof TemplateException
        || e instanceof LocalStackException;
  }

  /** The overview of all commands, which the launcher prints without a JVM. */
  static String help() {
    try (var text = Linernotes.class.getResourceAsStream("help.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Constructs the commands with their screen and the environment. */
  record Commands(Screen screen, Map<String, String> environment) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (type == UpCommand.class) {
        return type.cast(new UpCommand(screen, environment));
      }
      if (type == DemoCommand.class) {
        return type.cast(new DemoCommand(screen));
      }
      if (type == AnalyzeCommand.class) {
        return type.cast(new AnalyzeCommand(screen, environment));
      }
      if (type == OrderCommand.class) {
        return type.cast(new OrderCommand(screen, environment));
      }
      if (type == EnrichCommand.class) {
        return type.cast(new EnrichCommand(screen, environment));
      }
      if (type == WarmCommand.class) {
        return type.cast(new WarmCommand(screen, environment));
      }
      if (type == StatusCommand.class) {
        return type.cast(new StatusCommand(screen, environment));
      }
      if (type == InvalidateCommand.class) {
        return type.cast(new InvalidateCommand(screen, environment));
      }
      if (type == LoginCommand.class) {
        return type.cast(new LoginCommand(screen, environment));
      }
      if (type == HelpCommand.class) {
        return type.cast(new HelpCommand(screen));
      }
      if (type == CompletionCommand.class) {
        return type.cast(new CompletionCommand(screen));
      }
      if (type == MatchCommand.class) {
        return type.cast(new MatchCommand(screen));
      }
      if (type == McpCommand.class) {
        return type.cast(new McpCommand(screen, environment));
      }
      if (type == InvokeCommand.class) {
        return type.cast(new InvokeCommand(screen));
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
