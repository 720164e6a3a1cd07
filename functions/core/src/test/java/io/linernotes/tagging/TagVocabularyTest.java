package io.linernotes.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagVocabularyTest {

  @ParameterizedTest
  @CsvSource({
    "hip-hop, Hip Hop",
    "hip-hop, HipHop",
    "hip-hop, hip hop music",
    "drum and bass, Drum n Bass",
    "drum and bass, drum'n'bass",
    "drum and bass, Drum & Bass",
    "drum and bass, dnb",
    "drum and bass, DnB",
    "drum and bass, d'n'b",
    "drum and bass, D&B",
    "rnb, R&B",
    "rnb, r'n'b",
    "rnb, R and B",
    "rock n roll, Rock & Roll",
    "rock n roll, rock 'n' roll",
    "lo-fi, LoFi",
    "synth-pop, synthpop",
    "nu metal, nü-metal",
    "80s, 1980s",
    "80s, 80's",
    "80s, Eighties",
    "00s, 2000s",
    "k-pop, Korean Pop",
    "house, House Music",
    "singer-songwriter, singer/songwriter",
    "female vocalists, Female Vocalist",
    "ｈｏｕｓｅ, house",
  })
  void foldsSpellingsOfOneTag(String one, String other) {
    assertThat(TagKey.of(one)).isEqualTo(TagKey.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "house, deep house",
    "electronic, electronica",
    "80s, 90s",
    "1920s, 2020s",
    "blue, blues",
    "world music, world",
    "post-punk, pop punk",
    "ロック, ポップ",
    "がんば, かんば",
  })
  void keepsDifferentTagsApart(String one, String other) {
    assertThat(TagKey.of(one)).isNotEqualTo(TagKey.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MySpotigramBot",
        "last_fm_bot",
        "-1001819731063",
        "2012",
        "10/10",
        "***",
        "♥",
        "mark85",
        "dark_lord_1990",
        "@somebody",
        "somebody@example.org",
        "www.example.org",
        "music-blog.com",
        "seen live",
        "Seen Live!!!",
        "live gesehen",
        "favourites",
        "Favorite Songs",
        "my favs",
        "favoritos",
        "lieblingslieder",
        "albums I own",
        "songs i love",
        "awesome",
        "best song ever",
        "under 2000 listeners",
        "this is shit",
        "fucking great",
        "officially overrated",
        "sucks",
        "spotify",
        "untagged",
      })
  void leavesOutWhatIsAboutTheListener(String tag) {
    assertThat(TagVocabulary.isJunk(tag)).isTrue();
    assertThat(TagVocabulary.told(List.of(tag, "house"), List.of())).containsExactly("house");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "90s",
        "8-bit",
        "c64",
        "uk82",
        "2-step",
        "2 tone",
        "top 40",
        "top40",
        "robot",
        "robot rock",
        "shoegaze",
        "shitgaze",
        "grindcore",
        "live",
        "love",
        "catchy",
        "summer",
        "sad",
        "russian",
        "日本のロック",
        "русский рок",
        "k-pop",
        "mellow",
        "classic rock",
        "chillout",
        "goregrind",
        "bitpop",
        "beautiful",
        "underground hip-hop"
      })
  void keepsWhatIsAboutTheMusic(String tag) {
    assertThat(TagVocabulary.isJunk(tag)).isFalse();
  }

  @Test
  void tellsEachTagOnceInItsOrder() {
    assertThat(
            TagVocabulary.told(
                List.of("Drum n Bass", "jungle", "dnb", "Hip-Hop", "hip hop", "Jungle"), List.of()))
        .containsExactly("drum and bass", "jungle", "Hip-Hop");
  }

  @Test
  void namesOfArtistAndTrackAreNoTags() {
    assertThat(
            TagVocabulary.told(
                List.of("BJORK", "hyper-ballad", "electronic", "a c d c", "÷"),
                List.of("Björk", "Hyperballad", "AC/DC", "÷")))
        .containsExactly("electronic");
  }

  @Test
  void aNameOfNothingButSignsHidesNoTag() {
    assertThat(TagVocabulary.told(List.of("pop"), List.of("÷", "!!!"))).containsExactly("pop");
  }

  @Test
  void readsALongTagInLinearTime() {
    String blanks = "a" + " ".repeat(60_000) + "n" + "'".repeat(60_000);

    assertThat(TagVocabulary.isJunk(blanks)).isTrue();
    assertThat(TagVocabulary.isJunk("bot".repeat(20_000))).isTrue();
  }
}
