package io.linernotes.enrichment.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonArtistsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[unknown]",
        "[Unknown]",
        "<Unknown>",
        "Unknown Artist",
        "unknown  artist",
        "[no artist]",
        "Various Artists",
        "VARIOUS ARTISTS",
        "Various",
        "V.A.",
        "VA",
        "[anonymous]",
        "[traditional]",
        "[dialogue]",
        "Unbekannter Künstler",
        "Verschiedene Interpreten",
        "Varios Artistas",
        "Vários Artistas",
        "Artistes variés",
        "Artista sconosciuto",
        "Разные исполнители",
        "Неизвестный исполнитель",
        "Różni wykonawcy",
        "Bilinmeyen Sanatçı",
        "不明なアーティスト",
        "未知艺术家",
        "群星",
        "알 수 없는 아티스트"
      })
  void knowsTheNamesOfNobody(String name) {
    assertThat(NonArtists.isNobody(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Various Production",
        "The Unknown",
        "Unknown Mortal Orchestra",
        "Anonymous",
        "Data",
        "[spunge]",
        "Vanessa",
        "Divers Alarums"
      })
  void letsArtistsBeArtists(String name) {
    assertThat(NonArtists.isNobody(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This is an incorrect tag for Guns N' Roses. If this non-artist shows up, mend your tags.",
        "Incorrect tag for Sigur Rós",
        "INCORRECT TAG FOR Beyoncé",
        "This is not an artist. Please fix your tags.",
        "Various Artists isn't an artist, but what compilations are filed under.",
        "This artist does not exist.",
        "Dies ist kein Künstler, sondern ein falscher Tag.",
        "Falsch getaggt, richtig ist Die Ärzte.",
        "Etiqueta incorrecta: el artista es Maná.",
        "No es un artista.",
        "Tag incorrecte, voir Mylène Farmer.",
        "Ce n'est pas un artiste.",
        "Tag errato per Måneskin",
        "Não é um artista, corrija.",
        "Dit is geen artiest.",
        "Felaktig tagg. Rätt namn är Kent.",
        "Błędny tag, poprawny to Myslovitz.",
        "Это неправильный тег для группы Кино.",
        "誤ったタグです。"
      })
  void knowsPagesThatSayThatThereIsNoSuchArtist(String notes) {
    assertThat(NonArtists.isDisowned(notes)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "There are at least two artists called Kina. 1) A band from Aosta.",
        "An Icelandic singer who tagged along with others.",
        "She is not only an artist but a producer too.",
        "An artist and a correct one.",
      })
  void letsBiographiesBeBiographies(String notes) {
    assertThat(NonArtists.isDisowned(notes)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000})
  void aNoteFurtherDownIsAboutMisspellings(int length) {
    String biography = "A band of four. ".repeat(length / 16);

    assertThat(NonArtists.isDisowned(biography + "This is an incorrect tag for others.")).isFalse();
  }
}
