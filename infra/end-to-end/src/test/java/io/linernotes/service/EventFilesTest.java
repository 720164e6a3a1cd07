package io.linernotes.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linernotes.local.stack.lambda.Invocation;
import io.linernotes.local.stack.template.FunctionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files in {@code events/}: each is named after a function's zip, and that function accepts it
 * as the Lambda runtime deserializes it.
 */
@ExtendWith(SharedService.class)
final class EventFilesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EVENTS = Path.of("../../events").toAbsolutePath().normalize();

  private final RunningService service;

  EventFilesTest(RunningService service) {
    this.service = service;
  }

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFunctionTakesItsEvent(String file) throws IOException {
    List<FunctionSpec> functions =
        service.stack().topology().functions().stream()
            .filter(function -> isFor(function, file))
            .toList();
    assertThat(functions).as("functions that %s is for", file).hasSize(1);

    Invocation invocation =
        service
            .stack()
            .invoke(functions.getFirst().logicalId(), Files.readString(EVENTS.resolve(file)));

    assertThat(invocation).isInstanceOf(Invocation.Answered.class);
    JsonNode answer = JSON.readTree(((Invocation.Answered) invocation).text());
    assertThat(answer.path("statusCode").asInt(200)).isLessThan(400);
    assertThat(answer.path("batchItemFailures")).isEmpty();
  }

  @Test
  void everyFunctionHasAnEvent() throws IOException {
    List<String> files = files();
    assertThat(service.stack().topology().functions())
        .allMatch(function -> files.stream().anyMatch(file -> isFor(function, file)));
  }

  private static boolean isFor(FunctionSpec function, String file) {
    String zip = Path.of(function.codeUri()).getFileName().toString().replace(".zip", "");
    return file.equals(zip + ".json") || file.startsWith(zip + "-") && file.endsWith(".json");
  }
}
