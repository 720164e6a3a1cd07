package io.linernotes.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PropertyTest {

  @Test
  void triesAsManyCasesAsItIsTold() {
    List<Long> seeds = new ArrayList<>();

    Property.check(300, 1, cases -> seeds.add(cases.seed()));

    assertThat(seeds).hasSize(300).doesNotHaveDuplicates();
  }

  @Test
  void drawsTheSameCasesFromTheSameSeed() {
    assertThat(texts(7)).isEqualTo(texts(7)).isNotEqualTo(texts(8));
  }

  @Test
  void printsTheSeedAndTheCaseThatFails() {
    assertThatThrownBy(
            () ->
                Property.check(
                    1_000,
                    42,
                    cases -> {
                      int number = cases.integer(0, 100);
                      String text = cases.oneOf("\"", "\"");
                      assertThat(text).isEqualTo("\"");
                      assertThat(number).isLessThan(50);
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching("(?s)Case \\d+ of seed 42, which drew \\d+, \"\\\\\"\":.*less than.*")
        .hasCauseInstanceOf(AssertionError.class);
  }

  @Test
  void growsItsCases() {
    List<Integer> lengths = new ArrayList<>();

    Property.check(1_000, 3, cases -> lengths.add(cases.text(100).length()));

    assertThat(average(lengths.subList(0, 100))).isLessThan(average(lengths.subList(900, 1_000)));
    assertThat(lengths).contains(0, 100).allMatch(length -> length <= 100);
  }

  @Test
  void drawsNumbersWithinTheirBoundsAndTheBoundsThemselves() {
    Set<Long> small = new HashSet<>();
    Set<Long> huge = new HashSet<>();

    Property.check(
        1_000,
        5,
        cases -> {
          small.add(cases.number(-2, 2));
          huge.add(cases.number(Long.MIN_VALUE, Long.MAX_VALUE));
        });

    assertThat(small).containsExactlyInAnyOrder(-2L, -1L, 0L, 1L, 2L);
    assertThat(huge).contains(Long.MIN_VALUE, Long.MAX_VALUE).hasSizeGreaterThan(500);
  }

  @Test
  void discardedCasesDoNotCount() {
    List<Integer> kept = new ArrayList<>();

    Property.check(
        100,
        1,
        cases -> {
          int number = cases.integer(0, 9);
          cases.assume(number < 5);
          kept.add(number);
        });

    assertThat(kept).hasSize(100).allMatch(number -> number < 5);
  }

  @Test
  void failsWhenAlmostNoCaseFitsTheAssumption() {
    assertThatThrownBy(() -> Property.check(10, 1, cases -> cases.assume(false)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Only 0 cases fit the assumption");
  }

  private static List<String> texts(long seed) {
    List<String> texts = new ArrayList<>();
    Property.check(20, seed, cases -> texts.add(cases.text(30)));
    return texts;
  }

  private static double average(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).average().orElseThrow();
  }
}
