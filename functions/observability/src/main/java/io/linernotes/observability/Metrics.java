package io.linernotes.observability;

import io.linernotes.config.Configuration;
import java.util.List;

/** Publishes metrics. */
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

    /** One value of the metric. */
    public Measured of(double value) {
      return of(List.of(value));
    }

    /** Several values of the metric. */
    public Measured of(List<Double> values) {
      return new Measured(this, values);
    }
  }

  /** Values of a metric; nothing is published if there are none. */
  record Measured(Metric metric, List<Double> values) {

    public Measured {
      values = List.copyOf(values);
    }
  }

  /**
   * The one dimension of a metric.
   *
   * @param name in CloudWatch's upper camel case
   */
  record Dimension(String name, String value) {}

  /** Publishes these values with that dimension. */
  void put(Dimension dimension, List<Measured> measurements);

  /** Publishes nothing. */
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
