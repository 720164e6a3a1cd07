package io.linernotes.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first few of many elements, in order, without sorting all of them. */
final class TopN {

  private TopN() {}

  /**
   * The first elements of {@code all} by {@code order}, sorted.
   *
   * @param most how many elements to return at most, at least 1
   */
  static <T> List<T> of(int most, Collection<? extends T> all, Comparator<? super T> order) {
    PriorityQueue<T> lastOnTop = new PriorityQueue<>(order.reversed());
    for (T each : all) {
      if (lastOnTop.size() < most) {
        lastOnTop.add(each);
      } else if (order.compare(each, lastOnTop.element()) < 0) {
        lastOnTop.remove();
        lastOnTop.add(each);
      }
    }
    List<T> first = new ArrayList<>(lastOnTop);
    first.sort(order);
    return first;
  }
}
