package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
  @Test
  void countsColumnsAndNotCharacters() {
    assertThat(Text.width("花束を君に")).isEqualTo(10);
    assertThat(Text.width("Jóga")).isEqualTo(4);
    assertThat(Text.width("Jo\u0301ga")).isEqualTo(4);
    assertThat(Text.width("한국어")).isEqualTo(6);
  }

  @Test
  void cutsAndFillsToTheColumn() {
    assertThat(Text.left("花束を君に", 8)).isEqualTo("花束を… ");
    assertThat(Text.left("ab", 4)).isEqualTo("ab  ");
    assertThat(Text.right("ab", 4)).isEqualTo("  ab");
    assertThat(Text.cut("abcdef", 4)).isEqualTo("abc…");
  }

  @Test
  void takesTheCommandsOutOfText() {
    assertThat(Text.printable("a\u001b[31mb\nc")).isEqualTo("a [31mb c");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "999,999",
    "1000,1.0k",
    "9949,9.9k",
    "12345,12k",
    "999499,999k",
    "1234567,1.2M",
    "2e9,2.0G"
  })
  void shortensCounts(double number, String told) {
    assertThat(Text.count(number)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "250,250 ms",
    "1500,1.5 s",
    "5000,5 s",
    "41400,41 s",
    "300000,5 min",
    "48925000,14 h"
  })
  void tellsSpans(long millis, String told) {
    assertThat(Text.span(Duration.ofMillis(millis))).isEqualTo(told);
  }
}
