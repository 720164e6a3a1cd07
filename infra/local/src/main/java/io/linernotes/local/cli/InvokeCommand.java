package io.linernotes.local.cli;

import io.linernotes.local.packaged.PackagedFunction;
import io.linernotes.local.packaged.PackagedReply;
import io.linernotes.local.packaged.TaskDirectory;
import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.local.stack.template.FunctionSpec;
import io.linernotes.local.stack.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Invokes one packaged function with one event. */
@Command(
    name = "invoke",
    description = {
      "Invokes a packaged function with an event under Lambda's own Java runtime, as sam local",
      "invoke does, but without Docker. The function's logs go to standard error, its answer to",
      "standard output; a function that fails ends with 1."
    },
    footer = {
      "",
      "Before: ./mvnw package -DskipTests, and ./linernotes up --env-vars target/env.json",
      "Then:   ./linernotes invoke ApiFunction --event events/api-analysis.json"
    })
final class InvokeCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(
      paramLabel = "FUNCTION",
      description = "A function's logical id in template.yaml: ApiFunction, DeezerWorker, …")
  private String function = "";

  @Option(
      names = {"-e", "--event"},
      paramLabel = "FILE",
      required = true,
      description = "The event as JSON, such as those in events/.")
  private Path event = Path.of("");

  @Option(
      names = {"-n", "--env-vars"},
      paramLabel = "FILE",
      defaultValue = "target/env.json",
      description = "What up --env-vars wrote (${DEFAULT-VALUE}).")
  private Path environment = Path.of("");

  InvokeCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    Path template = LocalService.defaultTemplate();
    Template declared = Template.read(template);
    FunctionSpec spec =
        declared.resolve(declared.placeholders(), Endpoints.NONE).function(function);
    Map<String, String> variables = EnvironmentFile.read(environment, spec.logicalId());
    byte[] json = readEvent();
    try (TaskDirectory task = TaskDirectory.of(template.resolveSibling(spec.codeUri()))) {
      return invoked(PackagedFunction.start(spec, task.path(), variables, List.of()), json);
    } catch (IOException | IllegalStateException e) {
      throw new CommandException(String.valueOf(e.getMessage()), e);
    }
  }

  private int invoked(PackagedFunction packaged, byte[] json) {
    PackagedReply reply;
    try (packaged) {
      packaged.awaitInit();
      reply = packaged.invoke(json);
    }
    // The output is complete only after the function has closed.
    packaged.output().forEach(screen.err()::println);
    screen.out().println(reply.json());
    return reply.succeeded() ? 0 : 1;
  }

  private byte[] readEvent() {
    try {
      return Files.readAllBytes(event);
    } catch (NoSuchFileException e) {
      throw new CommandException(event + " is not there: events/ has one for every function.", e);
    } catch (IOException e) {
      throw new CommandException(event + " cannot be read: " + e.getMessage(), e);
    }
  }
}
