package io.linernotes.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.property.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "BJÖRK, björk",
    "Ｂｊｏ\u0308rk, björk",
    "'  Sigur \t Rós\u00A0', sigur rós",
    "Straße, STRASSE",
    "Straße, STRAẞE",
    "ΟΔΟΣ, οδος",
    "ﬁn, FIN",
    "İstanbul, i\u0307stanbul",
    "ﾋｶﾙ, ヒカル"
  })
  void writesTheSameNameTheSameWay(String one, String other) {
    assertThat(Names.normalized(one)).isEqualTo(Names.normalized(other));
    assertThat(Names.hash(one)).isEqualTo(Names.hash(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Beyoncé, Beyonc_",
    "Beyoncé, Beyonce",
    "花束, 丸内",
    "AC/DC, ACDC",
    "!!!, ???",
    "'a b', ab"
  })
  void keepsDifferentNamesApart(String one, String other) {
    assertThat(Names.normalized(one)).isNotEqualTo(Names.normalized(other));
    assertThat(Names.hash(one)).isNotEqualTo(Names.hash(other));
  }

  @Test
  void normalisesOnceForAll() {
    Property.holds(
        cases -> {
          String name = cases.text(255);

          String once = Names.normalized(name);

          assertThat(Names.normalized(once)).isEqualTo(once);
        });
  }

  @Test
  void doesNotMindCase() {
    Property.holds(
        cases -> {
          String any = cases.text(255);

          // Without polytonic Greek: in capitals, its iota subscript and its accents swap places.
          String name = any.replaceAll("[\\u0345\\u1F80-\\u1FFF]", "");

          assertThat(Names.normalized(name.toUpperCase(java.util.Locale.ROOT)))
              .isEqualTo(Names.normalized(name));
        });
  }

  /** Plain ASCII names take a fast path; a letter beyond ASCII keeps a name off it. */
  @Test
  void writesPlainNamesAsItWritesOthers() {
    Property.holds(
        cases -> {
          String name = cases.text(30, ' ', '~');

          String letter = "ß";

          assertThat(Names.normalized(name + letter))
              .isEqualTo(Names.normalized(name + "x").replaceFirst("x$", "ss"));
          assertThat(Names.normalized(letter + name))
              .isEqualTo(Names.normalized("x" + name).replaceFirst("^x", "ss"));
        });
  }

  @Test
  void hashesIn32HexDigits() {
    Property.holds(
        cases -> {
          String artist = cases.text(255);
          String title = cases.text(255);

          assertThat(Names.hash(artist, title)).matches("[0-9a-f]{32}");
        });
  }

  @Test
  void hashesFieldsAndNotTheirConcatenation() {
    assertThat(Names.hash("ab", "c")).isNotEqualTo(Names.hash("a", "bc"));
    assertThat(Names.hash("a\u001Fb")).isNotEqualTo(Names.hash("a", "b"));
  }
}
