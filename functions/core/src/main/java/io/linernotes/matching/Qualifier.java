package io.linernotes.matching;

import java.util.List;
import java.util.Set;

/**
 * What stands behind a title in brackets or after a dash.
 *
 * @param text as spelt, without guests
 * @param words folded, each by its usual name
 * @param kinds the version words in it, empty for anything but a version
 * @param details the words that tell this version from another of the same kind
 * @param cuts words for another cut of the recording: {@code radio}, {@code single}, {@code edit}
 * @param parts the parts it names: {@code 2} of {@code Pt. 2}
 * @param guests the guests that it names
 */
record Qualifier(
    String text,
    List<String> words,
    Sort sort,
    Set<String> kinds,
    Set<String> details,
    Set<String> cuts,
    Set<String> parts,
    List<String> guests) {

  /** What a qualifier says about the recording. */
  enum Sort {
    /** Guests or mastering: nothing about which recording it is. */
    NOTHING,
    /** The release or the file that it is on: the recording is the same. */
    RELEASE,
    /** Another cut of the recording, such as the radio edit: its duration differs. */
    CUT,
    /** A part of a work, which is another recording than its other parts. */
    PART,
    /** Another recording than the plain title: live, remix, instrumental. */
    VERSION,
    /** A second name, which other catalogues may leave out. */
    SUBTITLE,
    /** Words that may be a second name or a version: the durations have to decide. */
    UNKNOWN
  }

  Qualifier {
    words = List.copyOf(words);
    kinds = Set.copyOf(kinds);
    details = Set.copyOf(details);
    cuts = Set.copyOf(cuts);
    parts = Set.copyOf(parts);
    guests = List.copyOf(guests);
  }

  /** Whether it belongs to the title as others spell it, too. */
  boolean isNamed() {
    return sort == Sort.VERSION
        || sort == Sort.SUBTITLE
        || sort == Sort.UNKNOWN
        || sort == Sort.PART;
  }

  /** What it adds to the title when both are read as one name. */
  String joined() {
    return sort == Sort.NOTHING ? "" : String.join(" ", words);
  }
}
