package io.linernotes.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Metrics that keep their measurements for tests. */
public final class RecordedMetrics implements Metrics {

  private final Map<String, Map<String, List<Double>>> values = new TreeMap<>();

  @Override
  public void put(Dimension dimension, List<Measured> measurements) {
    Map<String, List<Double>> ofDimension =
        values.computeIfAbsent(dimension.name() + "=" + dimension.value(), _ -> new TreeMap<>());
    for (Measured measured : measurements) {
      ofDimension
          .computeIfAbsent(
              measured.metric().name() + " " + measured.metric().unit(), _ -> new ArrayList<>())
          .addAll(measured.values());
    }
  }

  /**
   * The values by dimension, such as {@code Provider=deezer}, and metric, such as {@code Calls
   * COUNT}.
   */
  public Map<String, Map<String, List<Double>>> values() {
    return values;
  }
}
