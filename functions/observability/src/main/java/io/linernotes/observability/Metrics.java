package io.linernotes.observability;

import io.linernotes.config.Configuration;
import java.util.List;

/** Where measurements go. */
public interface Metrics {

  /** CloudWatch's units. */
  enum Unit {
    COUNT,
    MILLISECONDS,
    SECONDS
  }

  /**
   * A metric's name and unit.
   *
   * @param name in CloudWatch's upper camel case
   */
  record Metric(String name, Unit unit) {

    /** The metric measured once. */
    public Measured of(double value) {
      return of(List.of(value));
    }

    /** The metric measured several times. */
    public Measured of(List<Double> values) {
      return new Measured(this, values);
    }
  }

  /** What was measured; nothing where {@code values} is empty. */
  record Measured(Metric metric, List<Double> values) {

    public Measured {
      values = List.copyOf(values);
    }
  }

  /**
   * The one dimension by which metrics are told apart.
   *
   * @param name in CloudWatch's upper camel case
   */
  record Dimension(String name, String value) {}

  /** Takes these measurements down, under that dimension alone. */
  void put(Dimension dimension, List<Measured> measurements);

  /** Where nobody looks at metrics. */
  static Metrics none() {
    return (_, _) -> {};
  }

  /**
   * The metrics in the namespace that {@code POWERTOOLS_METRICS_NAMESPACE} names; none without it,
   * or where {@code POWERTOOLS_METRICS_DISABLED} is true.
   */
  static Metrics from(Configuration configuration) {
    boolean disabled =
        configuration.optional("POWERTOOLS_METRICS_DISABLED").filter("true"::equals).isPresent();
    return disabled
        ? none()
        : configuration
            .optional("POWERTOOLS_METRICS_NAMESPACE")
            .<Metrics>map(EmbeddedMetrics::new)
            .orElseGet(Metrics::none);
  }
}
