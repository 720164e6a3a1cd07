package io.linernotes.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TopNTest {

  @Property
  void areThoseThatSortingAllPutsFirst(
      @ForAll @Size(max = 60) List<String> all, @ForAll @IntRange(min = 1, max = 25) int most) {
    Comparator<String> order = Comparator.comparing(String::length).thenComparing(text -> text);

    assertThat(TopN.of(most, all, order))
        .isEqualTo(all.stream().sorted(order).limit(most).toList());
  }
}
