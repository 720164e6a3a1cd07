package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void comparesWithoutAccentsAndPunctuation() {
    assertThat(Text.same("Sigur Rós", "sigur ros")).isTrue();
    assertThat(Text.sameLetters("AC/DC", "acdc")).isTrue();
    assertThat(Text.same("花束を君に", "花束")).isFalse();
  }

  @Test
  void findsPhrasesAtWordBoundaries() {
    assertThat(Text.containsPhrase("One More Time", "more time")).isTrue();
    assertThat(Text.containsPhrase("One More Time", "me")).isFalse();
    assertThat(Text.containsPhrase("花束を君に", "花束")).isTrue();
    assertThat(Text.containsPhrase("One More Time", "!?")).isFalse();
  }

  @Test
  void takesVersionsOffTitles() {
    assertThat(Text.withoutVersion("Hey Jude - Remastered 2015")).isEqualTo("Hey Jude");
    assertThat(Text.withoutVersion("Crazy In Love (feat. JAY-Z)")).isEqualTo("Crazy In Love");
    assertThat(Text.withoutVersion("Come As You Are - Live")).isEqualTo("Come As You Are");
    assertThat(Text.withoutVersion("Lady - Hear Me Tonight")).isEqualTo("Lady - Hear Me Tonight");
    assertThat(Text.withoutVersion("Born Slippy (Nuxx)")).isEqualTo("Born Slippy (Nuxx)");
  }
}
