package io.linernotes.status;

import io.linernotes.enrichment.Section;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.provider.Provider;

/** The names of the counts in {@link Counters}. */
public final class CountNames {

  private CountNames() {}

  /** Calls made to a provider. */
  public static String calls(Provider provider) {
    return "calls_" + provider.id();
  }

  /** Calls that a provider throttled. */
  public static String throttled(Provider provider) {
    return "throttled_" + provider.id();
  }

  /** Calls that a provider did not answer. */
  public static String failed(Provider provider) {
    return "failed_" + provider.id();
  }

  /**
   * Sections of answers in this state. The prefix keeps a section apart from a provider of the same
   * name.
   */
  public static String answered(Section section, Status status) {
    return "answered_" + section.id() + "_" + status.id();
  }
}
