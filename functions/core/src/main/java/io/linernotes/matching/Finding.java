package io.linernotes.matching;

import java.util.List;

/**
 * The result of one comparison, with its reason as a part of a sentence.
 *
 * @param words the reason; empty if there is nothing to say
 */
record Finding(Likeness likeness, String words) {

  /** The finding that decides: the least alike, the first of several. */
  static Finding deciding(List<Finding> findings) {
    Finding deciding = findings.getFirst();
    for (Finding finding : findings) {
      if (finding.likeness().compareTo(deciding.likeness()) > 0) {
        deciding = finding;
      }
    }
    return deciding;
  }
}
