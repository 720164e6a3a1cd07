package io.linernotes.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.matching.ArtistCredit.Credited;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtistCreditTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Beyoncé | BEYONCE",
        "The Beatles | Beatles",
        "Simon & Garfunkel | Simon and Garfunkel",
        "Florence + The Machine | Florence and the Machine",
        "Ke$ha | Kesha",
        "P!nk | Pink",
        "AC/DC | AC DC",
        "Sigur Rós | Sigur Ros",
        "Mø | Mo",
        "Eminem feat. Rihanna | Eminem",
        "!!! | !!!",
        "The The | The The",
      })
  void namesInOtherSpellingsAreExact(String wanted, String offered) {
    assertThat(likeness(List.of(wanted), List.of(offered))).isEqualTo(Likeness.EXACT);
    assertThat(likeness(List.of(offered), List.of(wanted))).isEqualTo(Likeness.EXACT);
  }

  @Test
  void aDuoIsTheSameAsOneArtistOrAsTwo() {
    assertThat(likeness(List.of("Simon & Garfunkel"), List.of("Simon", "Garfunkel")))
        .isEqualTo(Likeness.EXACT);
    assertThat(likeness(List.of("Calvin Harris, Dua Lipa"), List.of("Calvin Harris", "Dua Lipa")))
        .isEqualTo(Likeness.EXACT);
  }

  @Test
  void theOrderOfArtistsMayDiffer() {
    assertThat(likeness(List.of("Rihanna", "Eminem"), List.of("Eminem")))
        .isEqualTo(Likeness.SIMILAR);
    assertThat(likeness(List.of("Eminem"), List.of("Rihanna", "Eminem", "Dido")))
        .isEqualTo(Likeness.SIMILAR);
    assertThat(likeness(List.of("Calvin Harris & Dua Lipa"), List.of("Calvin Harris")))
        .isEqualTo(Likeness.SIMILAR);
  }

  @Test
  void aliasesCount() {
    ArtistCredit credited =
        new ArtistCredit(List.of(new Credited("宇多田ヒカル", List.of("Hikaru Utada", "Utada"))));

    assertThat(ArtistCredit.of(List.of("Hikaru Utada")).likenessTo(credited))
        .isEqualTo(Likeness.SIMILAR);
    assertThat(ArtistCredit.of(List.of("宇多田ヒカル")).likenessTo(credited)).isEqualTo(Likeness.EXACT);
    assertThat(ArtistCredit.of(List.of("椎名林檎")).likenessTo(credited)).isEqualTo(Likeness.DIFFERENT);
  }

  @Test
  void othersAreDifferent() {
    assertThat(likeness(List.of("Karaoke Stars"), List.of("Adele"))).isEqualTo(Likeness.DIFFERENT);
    assertThat(likeness(List.of("!!!"), List.of("???"))).isEqualTo(Likeness.DIFFERENT);
    assertThat(likeness(List.of(), List.of("Adele"))).isEqualTo(Likeness.DIFFERENT);
    assertThat(likeness(List.of(" "), List.of("Adele"))).isEqualTo(Likeness.DIFFERENT);
  }

  private static Likeness likeness(List<String> wanted, List<String> offered) {
    return ArtistCredit.of(wanted).likenessTo(ArtistCredit.of(offered));
  }
}
