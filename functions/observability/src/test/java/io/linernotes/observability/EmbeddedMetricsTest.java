package io.linernotes.observability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linernotes.config.Configuration;
import io.linernotes.observability.Metrics.Dimension;
import io.linernotes.observability.Metrics.Metric;
import io.linernotes.observability.Metrics.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class EmbeddedMetricsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> NAMESPACE =
      Map.of("POWERTOOLS_METRICS_NAMESPACE", "linernotes");
  private static final Metric CALLS = new Metric("Calls", Unit.COUNT);
  private static final Metric LATENCY = new Metric("Latency", Unit.MILLISECONDS);
  private static final Metric AGE = new Metric("QueueAge", Unit.SECONDS);
  private static final Dimension DEEZER = new Dimension("Provider", "deezer");

  @Test
  void printsOneLineInTheEmbeddedFormat() throws IOException {
    List<JsonNode> lines =
        printed(
            NAMESPACE,
            metrics ->
                metrics.put(
                    DEEZER, List.of(CALLS.of(2), LATENCY.of(List.of(120.5, 80.0)), AGE.of(1.25))));

    assertThat(lines).hasSize(1);
    JsonNode line = lines.getFirst();
    assertThat(line.at("/_aws/Timestamp").isIntegralNumber()).isTrue();
    assertThat(line.at("/_aws/CloudWatchMetrics")).hasSize(1);
    JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(directive.path("Namespace").asText()).isEqualTo("linernotes");
    assertThat(directive.path("Dimensions").toString()).isEqualTo("[[\"Provider\"]]");
    assertThat(units(directive))
        .isEqualTo(Map.of("Calls", "Count", "Latency", "Milliseconds", "QueueAge", "Seconds"));
    assertThat(line.path("Provider").asText()).isEqualTo("deezer");
    assertThat(line.path("Calls").asDouble()).isEqualTo(2);
    assertThat(line.path("Latency").toString()).isEqualTo("[120.5,80.0]");
    assertThat(line.path("QueueAge").asDouble()).isEqualTo(1.25);
  }

  @Test
  void printsALineForEachDimension() throws IOException {
    List<JsonNode> lines =
        printed(
            NAMESPACE,
            metrics -> {
              metrics.put(DEEZER, List.of(CALLS.of(1)));
              metrics.put(new Dimension("Kind", "track"), List.of(CALLS.of(0)));
            });

    assertThat(lines).hasSize(2);
    assertThat(lines.get(1).at("/_aws/CloudWatchMetrics/0/Dimensions").toString())
        .isEqualTo("[[\"Kind\"]]");
    assertThat(lines.get(1).has("Provider")).isFalse();
    assertThat(lines.get(1).path("Calls").asDouble()).isZero();
  }

  /** CloudWatch takes 100 values of a metric from one line. */
  @Test
  void splitsWhatOneLineCannotHold() throws IOException {
    List<Double> values = DoubleStream.iterate(0, each -> each + 1).limit(150).boxed().toList();

    List<JsonNode> lines =
        printed(NAMESPACE, metrics -> metrics.put(DEEZER, List.of(LATENCY.of(values))));

    List<Double> told = new ArrayList<>();
    for (JsonNode line : lines) {
      assertThat(line.path("Latency").size()).isLessThanOrEqualTo(100);
      line.path("Latency").forEach(value -> told.add(value.asDouble()));
    }
    Collections.sort(told);
    assertThat(told).isEqualTo(values);
  }

  @Test
  void printsNothingOfWhatWasNotMeasured() throws IOException {
    List<JsonNode> nothing =
        printed(NAMESPACE, metrics -> metrics.put(DEEZER, List.of(LATENCY.of(List.of()))));
    List<JsonNode> partly =
        printed(
            NAMESPACE, metrics -> metrics.put(DEEZER, List.of(CALLS.of(0), LATENCY.of(List.of()))));

    assertThat(nothing).isEmpty();
    assertThat(units(partly.getFirst().at("/_aws/CloudWatchMetrics/0")))
        .isEqualTo(Map.of("Calls", "Count"));
  }

  @Test
  void printsNothingWithoutANamespaceOrWhereDisabled() throws IOException {
    assertThat(printed(Map.of(), metrics -> metrics.put(DEEZER, List.of(CALLS.of(1))))).isEmpty();
    assertThat(
            printed(
                Map.of(
                    "POWERTOOLS_METRICS_NAMESPACE", "linernotes",
                    "POWERTOOLS_METRICS_DISABLED", "true"),
                metrics -> metrics.put(DEEZER, List.of(CALLS.of(1)))))
        .isEmpty();
  }

  private static Map<String, String> units(JsonNode directive) {
    Map<String, String> units = new TreeMap<>();
    directive
        .path("Metrics")
        .forEach(metric -> units.put(metric.path("Name").asText(), metric.path("Unit").asText()));
    return units;
  }

  private interface Use {
    void of(Metrics metrics);
  }

  private static List<JsonNode> printed(Map<String, String> environment, Use use)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true, UTF_8));
    try {
      use.of(Metrics.from(Configuration.of(environment)));
    } finally {
      System.setOut(before);
    }
    List<JsonNode> lines = new ArrayList<>();
    for (String line : bytes.toString(UTF_8).lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
