package io.linernotes.enrichment.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.lastfm.NameCheck.TitleVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameCheckTest {

  @ParameterizedTest
  @CsvSource({
    "Bjork, Björk",
    "AC/DC, ACDC",
    "Beatles, The Beatles",
    "Guns n Roses, Guns N' Roses",
    "Metalica, Metallica",
    "Kygo feat. HALIENE, Kygo",
    "Au5 feat. HALIENE, Au5",
    "Guns and Roses, Guns N' Roses",
    "Tina Turner & Rod Stewart, Tina Turner",
    "deadmau5, DEADMAU5",
  })
  void findsSpellingsOfOneArtist(String one, String other) {
    assertThat(NameCheck.isArtist(one, other)).isTrue();
    assertThat(NameCheck.isArtist(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Neves, Nenes",
    "Moby, Johnny Cash",
    "The Iron Maidens, Iron Maiden",
    "Ana, Anna",
    "Kina, Kinna",
    "椎名林檎, 宇多田ヒカル",
    "'!!!', Chk Chk Chk",
    "宇多田ヒカル, Ed Sheeran",
  })
  void keepsOtherArtistsApart(String one, String other) {
    assertThat(NameCheck.isArtist(one, other)).isFalse();
    assertThat(NameCheck.isArtist(other, one)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Hyperballad, Hyper-Ballad, SAME",
    "Hyperbalad, Hyperballad, SAME",
    "One More Time, One More Time - Radio Edit, SAME",
    "Ruby Rosary, Ruby Rosary (feat. J. Cole), SAME",
    "Smile - Live, Smile, PLAIN_SONG",
    "Smile (Live), Smile (Remastered), PLAIN_SONG",
    "Smile, Smile (Live), ANOTHER",
    "Oh!, Oh! (Japanese Ver.), ANOTHER",
    "花束を君に, Perfect, ANOTHER",
    "1987, 1986, ANOTHER",
    "Part 1, Part 2, ANOTHER",
    "Hurt, Hurts, ANOTHER",
  })
  void judgesTitles(String asked, String answered, TitleVerdict expected) {
    assertThat(NameCheck.title(asked, answered)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "宇多田ヒカル, First Love, Hikaru Utada, First Love, true",
    "宇多田ヒカル, 花束を君に, Hikaru Utada, Hanataba wo Kimi ni, false",
    "宇多田ヒカル, 花束を君に, Ed Sheeran, Perfect, false",
    "宇多田ヒカル, First Love (Live), Hikaru Utada, First Love, false",
    "Moby, Hurt, Johnny Cash, Hurt, false",
    "Neves, 1987, Nenes, 1987, false",
  })
  void anotherScriptPassesWhereTheTitleAgrees(
      String artist, String title, String otherArtist, String otherTitle, boolean expected) {
    assertThat(NameCheck.isTrack(new Question(artist, title), otherArtist, otherTitle))
        .isEqualTo(expected);
  }

  @Test
  void anArtistInAnotherScriptPassesWhereTheBiographyBeginsWithTheName() {
    String bio = "Hikaru Utada (宇多田ヒカル) is a singer and songwriter.";

    assertThat(NameCheck.isArtist("宇多田ヒカル", "Hikaru Utada", bio)).isTrue();
    assertThat(NameCheck.isArtist("椎名林檎", "Hikaru Utada", bio)).isFalse();
    assertThat(NameCheck.isArtist("宇多田ヒカル", "Hikaru Utada", null)).isFalse();
    assertThat(NameCheck.isArtist("宇多田ヒカル", "Hikaru Utada", " ".repeat(200) + bio)).isFalse();
    assertThat(NameCheck.isArtist("Singer", "Hikaru Utada", bio)).isFalse();
  }
}
