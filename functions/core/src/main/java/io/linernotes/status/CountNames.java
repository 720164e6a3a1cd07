package io.linernotes.status;

import io.linernotes.enrichment.Section;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.provider.Provider;

/** The names of counts. */
public final class CountNames {

  private CountNames() {}

  /** Calls made to a provider. */
  public static String calls(Provider provider) {
    return "calls_" + provider.id();
  }

  /** Calls that a provider answered by asking for fewer. */
  public static String throttled(Provider provider) {
    return "throttled_" + provider.id();
  }

  /** Calls that a provider did not answer. */
  public static String failed(Provider provider) {
    return "failed_" + provider.id();
  }

  /** Sections of answers in that state; a section may have a provider's name. */
  public static String answered(Section section, Status status) {
    return "answered_" + section.id() + "_" + status.id();
  }
}
