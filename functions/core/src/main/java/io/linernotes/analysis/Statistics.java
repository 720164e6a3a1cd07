package io.linernotes.analysis;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;

/** The average, minimum and maximum of the known values, and their number. */
public record Statistics(double avg, double min, double max, int sampleSize) {

  /** The statistics of {@code values}; nothing if there are none. */
  static Optional<Statistics> of(Collection<? extends Number> values) {
    DoubleSummaryStatistics summary =
        values.stream().mapToDouble(Number::doubleValue).summaryStatistics();
    return summary.getCount() == 0
        ? Optional.empty()
        : Optional.of(
            new Statistics(
                summary.getAverage(),
                summary.getMin(),
                summary.getMax(),
                Math.toIntExact(summary.getCount())));
  }

  /** The average of {@code values}; nothing if there are none. */
  static Optional<Double> average(Collection<? extends Number> values) {
    return of(values).map(Statistics::avg);
  }
}
