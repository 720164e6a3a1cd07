package io.linernotes.enrichment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges a field of a new answer with the same field of an older one. */
final class Known {

  private Known() {}

  /** The newer value; the older one if the newer is unknown. */
  static <T> @Nullable T newer(@Nullable T newer, @Nullable T older) {
    return newer != null ? newer : older;
  }

  /** The larger value, since counts of listeners only grow. */
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
