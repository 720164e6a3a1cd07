package io.linernotes.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Logs through the configuration that the functions' zips contain. */
class LogLineTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger LOG = Loggers.of(LogLineTest.class);

  private final List<JsonNode> lines = Collections.synchronizedList(new ArrayList<>());
  private final Configuration configuration = LoggerContext.getContext(false).getConfiguration();
  private final LoggerConfig ours = configuration.getLoggerConfig("io.linernotes");
  private final Lines appender = new Lines();

  /** Writes like the configuration's one appender, but to a list. */
  private final class Lines extends AbstractAppender {

    Lines() {
      super(
          "lines",
          null,
          configuration.getAppender("json").getLayout(),
          false,
          Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      try {
        String line = (String) getLayout().toSerializable(event);
        assertThat(line.strip().lines()).hasSize(1);
        lines.add(JSON.readTree(line));
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON", e);
      }
    }
  }

  @BeforeEach
  void listen() {
    appender.start();
    ours.addAppender(appender, null, null);
    configuration.getRootLogger().addAppender(appender, null, null);
  }

  @AfterEach
  void stop() {
    ours.removeAppender("lines");
    configuration.getRootLogger().removeAppender("lines");
    appender.stop();
  }

  private JsonNode only() {
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  @Test
  void writesItsFieldsBesideTheMessage() {
    LogLine.of("batch")
        .with("provider", "deezer")
        .with("messages", 7)
        .with("correlation_ids", List.of("a", "b"))
        .with("unknown", null)
        .log(LOG, Level.INFO);

    assertThat(only().path("message").asText()).isEqualTo("batch");
    assertThat(only().path("level").asText()).isEqualTo("INFO");
    assertThat(only().path("provider").asText()).isEqualTo("deezer");
    assertThat(only().path("messages").isInt()).isTrue();
    assertThat(only().path("correlation_ids").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(only().has("unknown")).isFalse();
    assertThat(only().path("timestamp").asText()).endsWith("Z");
  }

  @Test
  void staysOneLineOfJsonWhateverOthersWroteIntoAText() {
    LogLine.of("the provider is unavailable")
        .with("cause", "two\nlines, a \"quote\", a \u0001 and {0}" + "x".repeat(1_000))
        .log(LOG, Level.WARNING);

    assertThat(only().path("cause").asText())
        .startsWith("two lines, a \"quote\", a   and {0}xxx")
        .hasSize(300);
  }

  @Test
  void tellsWhichInvocationAndRequestItIsOf() throws InterruptedException {
    Thread elsewhere =
        LogContext.during(
            new FixedContext("invocation-1"),
            "request-1",
            () -> {
              LogLine.of("here").log(LOG, Level.INFO);
              return Thread.ofVirtual()
                  .start(LogContext.carriedTo(() -> LogLine.of("elsewhere").log(LOG, Level.INFO)));
            });
    elsewhere.join();
    LogLine.of("after").log(LOG, Level.INFO);

    assertThat(line("here").path("function_request_id").asText()).isEqualTo("invocation-1");
    assertThat(line("here").path("function_name").asText()).isEqualTo("function");
    assertThat(line("here").path("correlation_id").asText()).isEqualTo("request-1");
    assertThat(line("elsewhere").path("correlation_id").asText()).isEqualTo("request-1");
    assertThat(line("after").has("correlation_id")).isFalse();
  }

  @Test
  void tellsWhereAFaultCameFrom() {
    LOG.log(Level.ERROR, "a fault", new IllegalStateException("broken"));

    assertThat(only().at("/error/name").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(only().at("/error/message").asText()).isEqualTo("broken");
    assertThat(only().at("/error/stack").asText()).contains("tellsWhereAFaultCameFrom");
  }

  @Test
  void hearsLibrariesOnlyWhenTheyWarn() {
    LoggerConfig root = configuration.getRootLogger();
    org.apache.logging.log4j.Level before = root.getLevel();
    root.setLevel(org.apache.logging.log4j.Level.DEBUG);
    LoggerContext.getContext(false).updateLoggers();
    try {
      var library = LoggerFactory.getLogger("software.amazon.awssdk.request");
      library.debug("Sending Request: everything that it holds");
      library.warn("a warning");
    } finally {
      root.setLevel(before);
      LoggerContext.getContext(false).updateLoggers();
    }

    assertThat(only().path("message").asText()).isEqualTo("a warning");
  }

  private JsonNode line(String message) {
    return lines.stream()
        .filter(line -> line.path("message").asText().equals(message))
        .findFirst()
        .orElseThrow();
  }
}
