package io.linernotes.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Come Together | COME TOGETHER",
        "Come Together - Remastered 2009 | Come Together",
        "Come Together (2009 Digital Remaster) | Come Together (Remastered)",
        "She Loves You - Mono / Remastered | She Loves You (Stereo)",
        "Smack That (feat. Eminem) | Smack That",
        "Smack That ft. Eminem | Smack That [featuring Eminem]",
        "Señorita | Senorita",
        "Don't Stop Me Now | Don’t Stop Me Now",
        "S.O.S. | SOS",
        "Me & Bobby McGee | Me and Bobby McGee",
        "Ignition (Remix) | Ignition Remix",
        "Hurt - Live | Hurt (Live)",
        "(I Can't Get No) Satisfaction | (I Can't Get No) Satisfaction - Mono",
        "The Final Countdown | Final Countdown",
        "アイドル | ｱｲﾄﾞﾙ",
        "Ёлка | Елка",
        "÷ | ÷",
        "6 ft Under | 6 FT Under",
      })
  void sameTitlesInOtherSpellingsAreExact(String wanted, String offered) {
    assertThat(likeness(wanted, offered)).isEqualTo(Likeness.EXACT);
    assertThat(likeness(offered, wanted)).isEqualTo(Likeness.EXACT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Smack That (Clean) | Smack That (Explicit)",
        "Venom | Venom (Music From The Motion Picture)",
        "Strobe (Original Mix) | Strobe",
        "アイドル | アイドル (Idol)",
      })
  void titlesThatTellMoreOnOneSideAreSimilar(String wanted, String offered) {
    assertThat(likeness(wanted, offered)).isEqualTo(Likeness.SIMILAR);
    assertThat(likeness(offered, wanted)).isEqualTo(Likeness.SIMILAR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Blinding Lights | Blinding Lights - Radio Edit",
        "Blinding Lights (Album Version) | Blinding Lights (Single Version)",
        "Love of My Life - Live | Love of My Life (Live at Wembley 1986)",
        "Titanium (Remix) | Titanium (Alesso Remix)",
        "Halo | Halo (Alpha Centauri)",
        "Halo | Halo - Alpha Centauri",
        "Halo | Halo (2011)",
        "Halo (Slowed) | Halo (Super Slowed)",
      })
  void whatMayBeAnotherCutOrVersionIsUnsure(String wanted, String offered) {
    assertThat(likeness(wanted, offered)).isEqualTo(Likeness.UNSURE);
    assertThat(likeness(offered, wanted)).isEqualTo(Likeness.UNSURE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hurt | Hurt (Live)",
        "Hurt | Hurt - Acoustic Version",
        "Hurt | Hurt (Instrumental)",
        "Hurt | Hurt [Karaoke Version] (Originally Performed by Johnny Cash)",
        "Hurt | Hurt - Sped Up",
        "Hurt | Hurt (slowed + reverb)",
        "Hurt | Hurt (Cover)",
        "Hurt | Hurt (Demo)",
        "Hurt | Hurt (En Vivo)",
        "Hurt | Hurt (Purple Disco Machine Edit)",
        "Hurt | Hurt - Extended Mix",
        "Love Story | Love Story (Taylor's Version)",
        "Titanium (Alesso Remix) | Titanium (Nicky Romero Remix)",
        "Tubular Bells (Part 1) | Tubular Bells (Pt. 2)",
        "Another Brick in the Wall, Pt. 1 | Another Brick in the Wall, Pt. 2",
        "Symphony No. 5 - I. Allegro | Symphony No. 5 - II. Andante",
        "Live and Let Die | Let Die (Live)",
        "花束 | 丸内",
        "が | か",
        "!!! | ???",
        "Untitled | Untitled (2)",
      })
  void otherRecordingsAreDifferent(String wanted, String offered) {
    assertThat(likeness(wanted, offered)).isEqualTo(Likeness.DIFFERENT);
    assertThat(likeness(offered, wanted)).isEqualTo(Likeness.DIFFERENT);
  }

  @Test
  void aVersionWordWithinTheNameIsNoVersion() {
    assertThat(likeness("Live Forever", "Live Forever - Remastered")).isEqualTo(Likeness.EXACT);
    assertThat(likeness("Cover Me", "Cover Me")).isEqualTo(Likeness.EXACT);
  }

  @Test
  void disambiguationTellsRecordingsOfOneNameApart() {
    Title plain = Title.of("Love of My Life");
    Title live = plain.qualified("live, 1986-07-12: Wembley Stadium, London, UK");

    assertThat(plain.likenessTo(live)).isEqualTo(Likeness.DIFFERENT);
    assertThat(Title.of("Love of My Life - Live at Wembley").likenessTo(live))
        .isEqualTo(Likeness.UNSURE);
    assertThat(plain.likenessTo(plain.qualified("2011 remaster"))).isEqualTo(Likeness.EXACT);
    assertThat(plain.likenessTo(plain.qualified(" "))).isEqualTo(Likeness.EXACT);
  }

  @Test
  void searchesLeaveOutWhatOtherCataloguesSpellOtherwise() {
    Title title = Title.of("Titanium (feat. Sia) [Alesso Remix] - Radio Edit - Remastered 2011");

    assertThat(title.base()).isEqualTo("Titanium");
    assertThat(title.plain()).isEqualTo("Titanium (Alesso Remix)");
    assertThat(title).hasToString("Titanium (Alesso Remix)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(Intro)", "feat. nobody", "( )", "-", " - ", "[", "Song ((((", "()()"})
  void oddTitlesKeepAName(String odd) {
    assertThat(Title.of(odd).base()).isNotBlank();
    assertThat(likeness(odd, odd)).isEqualTo(Likeness.EXACT);
  }

  @Test
  void aBlankTitleIsLikeNoOther() {
    assertThat(likeness(" ", " ")).isEqualTo(Likeness.DIFFERENT);
    assertThat(likeness(" ", "Hurt")).isEqualTo(Likeness.DIFFERENT);
  }

  private static Likeness likeness(String wanted, String offered) {
    return Title.of(wanted).likenessTo(Title.of(offered));
  }
}
