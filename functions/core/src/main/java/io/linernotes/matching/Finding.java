package io.linernotes.matching;

import java.util.List;

/**
 * What one comparison found, in words that fit into a sentence.
 *
 * @param words nothing where there is nothing worth telling
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
