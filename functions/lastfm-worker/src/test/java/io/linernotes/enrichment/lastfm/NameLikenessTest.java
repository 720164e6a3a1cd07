package io.linernotes.enrichment.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTest {

  @ParameterizedTest
  @CsvSource({
    "Bjork, Björk",
    "Bjrk, Björk",
    "Radiohed, Radiohead",
    "Guns n Roses, Guns N' Roses",
    "2Pac, Tupac",
    "AC/DC, ACDC",
    "Comfortably Num, Comfortably Numb",
    "One More Time - Radio Edit, One More Time",
    "宇多田ヒカル, Hikaru Utada",
    "'!!!', Chk Chk Chk",
  })
  void findsSpellingsOfOneNameAlike(String one, String other) {
    assertThat(NameLikeness.alike(one, other)).isTrue();
    assertThat(NameLikeness.alike(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Björk, Daft Punk",
    "Hyperballad, Around the World",
    "椎名林檎, 宇多田",
    "Ä, B",
  })
  void findsDifferentNamesUnlike(String one, String other) {
    assertThat(NameLikeness.alike(one, other)).isFalse();
  }
}
