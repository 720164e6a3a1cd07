package io.linernotes.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.Section;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountNamesTest {

  @Test
  void noTwoCountsShareAName() {
    List<String> names = new ArrayList<>();
    for (Provider provider : Provider.values()) {
      names.add(CountNames.calls(provider));
      names.add(CountNames.throttled(provider));
      names.add(CountNames.failed(provider));
    }
    for (Section section : Section.values()) {
      for (Status status : Status.values()) {
        names.add(CountNames.answered(section, status));
      }
    }

    assertThat(names).doesNotHaveDuplicates();
  }
}
