package io.linernotes.matching;

import java.util.List;
import java.util.Set;

/**
 * One qualifier of a title: a text after it in brackets or after a dash.
 *
 * @param text the text as spelt, without guests
 * @param words its folded words, each by its usual name
 * @param kinds its version words; empty unless it is a version
 * @param details the words that distinguish this version from another of the same kind
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

  /** What a qualifier means for the recording. */
  enum Sort {
    /** Guests or mastering: the recording is the same. */
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
    /** Words that may be a second name or a version: the durations decide. */
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

  /** Whether other catalogues, too, are likely to have it in the title. */
  boolean isNamed() {
    return sort == Sort.VERSION
        || sort == Sort.SUBTITLE
        || sort == Sort.UNKNOWN
        || sort == Sort.PART;
  }

  /** Its words as they continue the title when both are read as one name. */
  String joined() {
    return sort == Sort.NOTHING ? "" : String.join(" ", words);
  }
}
