package io.linernotes.observability;

import java.util.List;
import software.amazon.cloudwatchlogs.emf.config.EnvironmentConfigurationProvider;
import software.amazon.cloudwatchlogs.emf.environment.Environments;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;
import software.amazon.lambda.powertools.metrics.provider.EmfMetricsProvider;

/**
 * Metrics as log lines in CloudWatch's embedded metric format: CloudWatch extracts them, so that
 * they cost no call.
 */
final class EmbeddedMetrics implements Metrics {

  private final software.amazon.lambda.powertools.metrics.Metrics metrics;

  EmbeddedMetrics(String namespace) {
    // Otherwise it looks for the metadata services of EC2 and ECS over the network.
    EnvironmentConfigurationProvider.getConfig().setEnvironmentOverride(Environments.Lambda);
    // The instance of MetricsFactory leaks memory with every trace.
    this.metrics = new EmfMetricsProvider().getMetricsInstance();
    metrics.setNamespace(namespace);
  }

  @Override
  public void put(Dimension dimension, List<Measured> measurements) {
    if (measurements.stream().allMatch(each -> each.values().isEmpty())) {
      return;
    }
    metrics.flushMetrics(
        line -> {
          line.setDefaultDimensions(DimensionSet.of(dimension.name(), dimension.value()));
          for (Measured measured : measurements) {
            Metric metric = measured.metric();
            measured
                .values()
                .forEach(value -> line.addMetric(metric.name(), value, unit(metric.unit())));
          }
        });
  }

  private static MetricUnit unit(Unit unit) {
    return switch (unit) {
      case COUNT -> MetricUnit.COUNT;
      case MILLISECONDS -> MetricUnit.MILLISECONDS;
      case SECONDS -> MetricUnit.SECONDS;
    };
  }
}
