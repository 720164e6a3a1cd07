package io.linernotes.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that take a naive parser quadratic or exponential time. */
class HostileNamesTest {

  private static final int LENGTH = 60_000;

  @ParameterizedTest
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  @ValueSource(
      strings = {
        " ",
        "\u3000",
        "(",
        ")",
        "()",
        "((a",
        "[(",
        "[)",
        "<",
        "(feat ",
        "feat ",
        "(feat. ",
        "6 ft ",
        "ft.",
        " - ",
        " -a",
        "~a ",
        "1999 - ",
        ", ",
        "& ",
        "/",
        "live ",
        "(live)",
        "(live ",
        "take ",
        "pt 1 ",
        "ii ",
        "remaster ",
        " official video",
        "with ",
        "版",
        "伴奏",
        "ー",
        "가",
        "Λa ",
        "aB",
        "&amp;",
        "e\u0301",
        "'",
        "ABC feat. X, Y & ",
      })
  void areReadInLinearTime(String unit) {
    String name = "Song " + unit.repeat(LENGTH / unit.length());
    Title title = Title.of(name);
    ArtistCredit credit = ArtistCredit.of(List.of(name));

    assertThat(title.likenessTo(Title.of(name))).isEqualTo(Likeness.EXACT);
    assertThat(credit.likenessTo(ArtistCredit.of(List.of(name)))).isEqualTo(Likeness.EXACT);
    assertThat(title.likenessTo(Title.of("Another"))).isEqualTo(Likeness.DIFFERENT);
    assertThat(Guests.stripped(name)).isNotBlank();
    assertThat(Phrase.of(name).length()).isLessThanOrEqualTo(120);
  }
}
