package io.linernotes.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.property.Property;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopNTest {

  @Test
  void areThoseThatSortingAllPutsFirst() {
    Property.holds(
        cases -> {
          List<String> all = cases.list(60, () -> cases.text(40));
          int most = cases.integer(1, 25);

          Comparator<String> order =
              Comparator.comparing(String::length).thenComparing(text -> text);

          assertThat(TopN.of(most, all, order))
              .isEqualTo(all.stream().sorted(order).limit(most).toList());
        });
  }
}
