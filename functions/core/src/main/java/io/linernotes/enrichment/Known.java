package io.linernotes.enrichment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a field of a new answer meets the same field of an older one. */
final class Known {

  private Known() {}

  /** The newer, else the older. */
  static <T> @Nullable T newer(@Nullable T newer, @Nullable T older) {
    return newer != null ? newer : older;
  }

  /** The larger; counts of listeners only grow. */
  static @Nullable Long larger(@Nullable Long newer, @Nullable Long older) {
    if (newer == null || older == null) {
      return newer(newer, older);
    }
    return Math.max(newer, older);
  }

  /** The newer list unless it is empty. */
  static <T> List<T> nonEmpty(List<T> newer, List<T> older) {
    return newer.isEmpty() ? older : newer;
  }
}
