package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneQueryTest {
  private static final Recording BACK_IN_BLACK =
      new Recording(
          "b1",
          "Back in Black",
          List.of("AC/DC"),
          255_493L,
          List.of("AUAP08000046"),
          "1980",
          "",
          "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recording:\"Back in Black\" AND artist:\"AC/DC\"",
        "(recording:\"Back in Black\" AND artist:\"AC\\/DC\" AND dur:[252000 TO 258000])",
        "(recording:\"Other\" AND artist:\"Nobody\") OR (recording:\"Back in Black\")",
        "isrc:XX0000000000 OR isrc:AUAP08000046",
        "recording:back artist:nobody",
        "artist:AC\\/DC",
        "recording:(back AND black) AND NOT artist:Queen",
        "dur:[* TO 300000] AND recording:\"black\"~2^3"
      })
  void finds(String query) {
    assertThat(LuceneQuery.parse(query).score(BACK_IN_BLACK)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recording:\"Back in Black\" AND artist:Queen",
        "recording:\"Black Back\"",
        "dur:[1000 TO 2000] AND recording:black",
        "isrc:USXX00000000"
      })
  void findsNot(String query) {
    assertThat(LuceneQuery.parse(query).score(BACK_IN_BLACK)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recording:AC/DC",
        "recording:\"unbalanced",
        "(recording:a",
        "recording:a)",
        "recording:Hey Ya!",
        "recording:[1 TO]",
        "recording:a AND",
        "recording:",
        "a\\"
      })
  void refuses(String query) {
    assertThatThrownBy(() -> LuceneQuery.parse(query)).isInstanceOf(LuceneQuery.BadQuery.class);
  }

  @Test
  void undoesEscapesInPhrases() {
    LuceneQuery query = LuceneQuery.parse("recording:\"\\\"Heroes\\\"\"");

    assertThat(query).isEqualTo(new LuceneQuery.Term("recording", "\"Heroes\""));
  }

  @Test
  void anExactTitleScoresHigherThanALongerOne() {
    LuceneQuery query = LuceneQuery.parse("recording:\"Back in Black\"");
    Recording longer =
        new Recording("b2", "Back in Black Again", List.of("AC/DC"), null, List.of(), "", "", "");

    assertThat(query.score(BACK_IN_BLACK)).isGreaterThan(query.score(longer));
  }
}
