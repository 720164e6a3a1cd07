package io.linernotes.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Tubular Bells, Pt. 2 | Tubular Bells (Part II)",
        "Tubular Bells Parte 2 | Tubular Bells (2)",
        "Tubular Bells (Teil 2) | Tubular Bells Part Two",
        "Tubular Bells, Vol. 2 | Tubular Bells (Volume II)",
        "Tubular Bells (Pts. 1-2) | Tubular Bells, Parts I & II",
        "Tubular Bells III | Tubular Bells 3",
        "Don't Stop Believin' | Don't Stop Believing",
        "Rock 'n' Roll | Rock & Roll",
        "Fuer Elise | Für Elise",
        "Comittee of Sleepwalkers | Committee of Sleepwalkers",
        "Stars &amp; Stripes | Stars and Stripes",
        "Fire 🔥🔥❤️ | Fire",
        "Gold Star Official Music Video | Gold Star",
        "Gold Star Remastered 2011 | Gold Star",
        "Gold Star, 2011 Remaster | Gold Star",
        "後來 | 后来",
        "後來 (國語版) | 后来 (国语版)",
        "星空 (現場版) | 星空 (Live)",
        "봄날 (Spring Day) | Spring Day",
        "봄날 Spring Day | Spring Day",
        "봄날 Spring Day | 봄날",
        "夜明け（Dawn） | 夜明け",
        "夜明け (朝: Dawn) | Dawn",
        "紅 -Live Version- | 紅 (Live)",
        "Звезда | Zvezda",
        "ΣΊΣΥΦΟΣ | Σίσυφος",
        "ГРУППА КРОВИ | Группа крови",
        "İSTANBUL | istanbul",
        "歌 (Live版) | 歌 (Live)",
        "歌 (吉他伴奏版) | 歌 (吉他伴奏)",
        "Song One 「MV」 | Song One",
        "Song One (B-Side) | Song One",
        "Song One (Unplugged) - Live | Song One (MTV Unplugged)",
        "Song One (Foo Remix) [Radio Edit] | Song One (Foo Remix) - Radio Edit",
        "Song One (Foo & Bar Remix) | Song One - Foo and Bar Remix",
        "Song One (feat. B) [C Remix] | Song One - C Remix (feat. B)",
        "Song One (Radio Edit - feat. B) | Song One [Radio Edit] ft. B",
        "Song One (B feat. C Remix) | Song One - B feat. C Remix",
        "Song One (Live Acoustic) | Song One (Acoustic) [Live]",
        "Song One (Live) | Song One (In Concert)",
        "RSP (Rock Scissors Paper) | Rock Scissors Paper",
        "Kyrie (Mass in B Minor, BWV 232) | Kyrie",
      })
  void isTheSameRecordingWhateverTheSpelling(String one, String other) {
    Comparison comparison = of(one, "A").comparedWith(of(other, "A"));

    assertThat(comparison.accepted()).as(comparison.reason()).isTrue();
    assertThat(of(other, "A").comparedWith(of(one, "A")).accepted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Song of Macky, Song of Mackey", "ルビー, Ruby", "Color, Colour"})
  void slightEvidenceNeedsADuration(String one, String other) {
    assertThat(of(one, "A").comparedWith(of(other, "A")).accepted()).isFalse();
    assertThat(lasting(one, 200_000).comparedWith(lasting(other, 201_000)).accepted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Tubular Bells, Pt. 1 | Tubular Bells, Pt. 2",
        "Tubular Bells | Tubular Bells II",
        "Tubular Bells (Parts 1-2) | Tubular Bells (Parts 3-4)",
        "Symphony No. 5: I. Allegro | Symphony No. 5: II. Andante",
        "Sonata No. 4 in F | Sonata No. 6 in F",
        "Vienna (Foo Remix) | Vienna (Bar Remix)",
        "Vienna (Foo Extended Remix) | Vienna (Foo Remix)",
        "Vienna (Live at Foo) | Vienna (Live at Bar)",
        "Vienna (Take 1) | Vienna (Take 2)",
        "Vienna (Instrumental) | Vienna (Karaoke)",
        "Vienna (Sped Up) | Vienna (Slowed)",
        "Vienna (Call Me Tomorrow) | Vienna (Kiss Me Today)",
        "Vienna 2.0 | Vienna",
        "Vienna '98 | Vienna '96",
        "Good Sign | Sign",
        "Y | E",
        "Oh My God | Oh My Good",
        "Harbour (With You) | Harbour (Without You)",
        "Daybreak | Nightbreak",
        "Good Night | Good Light",
        "星空 | 星光",
        "봄날 (Spring Day) | 가을 (Autumn)",
        "Berlin / Vienna | Vienna",
      })
  void isAnotherRecordingEvenOfTheSameDuration(String one, String other) {
    Comparison comparison = lasting(one, 200_000).comparedWith(lasting(other, 200_000));

    assertThat(comparison.accepted()).as(comparison.reason()).isFalse();
    assertThat(lasting(other, 200_000).comparedWith(lasting(one, 200_000)).accepted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Simon y Garfunkel | Simon & Garfunkel",
        "Al Bano e Romina Power | Al Bano ; Romina Power",
        "Foo und Bar | Foo ; Bar",
        "Foo × Bar | Foo",
        "Foo vs. Bar | Bar",
        "Foo, Bar & Baz | Foo ; Bar ; Baz",
        "Foo/Bar | Foo",
        "Foo feat.Bar | Foo",
        "Foo [feat. Bar] | Foo ; Bar",
        "U2 ft. Mary J. Blige | U2",
        "Maroon 5 ft Wiz Khalifa | Maroon 5",
        "Sum 41 ft. Somebody | Sum 41",
        "Earth, Wind & Fire | Earth Wind and Fire",
        "Tyler, The Creator | Tyler The Creator",
        "The Bill Evans Trio | Bill Evans",
        "Glenn Miller and His Orchestra | Glenn Miller",
        "Glenn Miller Orchestra | Glenn Miller & His Orchestra",
        "The Jimi Hendrix Experience | Jimi Hendrix",
        "Bob Marley & The Wailers | Bob Marley",
        "Die Ärzte | Die Aerzte",
        "BoA(보아) | BoA",
        "IU (아이유) | 아이유",
        "Kikuo/きくお | Kikuo",
        "Utada Hikaru | Hikaru Utada",
        "UtadaHikaru | Hikaru Utada",
        "M☆Star | M Star",
        "ΛVICII | Avicii",
        "Ludwig van Beethoven ; Berliner Philharmoniker | Berliner Philharmoniker",
        "Виктор Цой | Viktor Tsoi",
        "Γιώργος Νταλάρας | Giorgos Ntalaras",
        "ローリング・ストーンズ | The Rolling Stones",
        "Би-2 | Bi-2",
        "DJ Foo, Bar One, Baz & Qux | DJ Foo",
      })
  void artistsAgreeHoweverTheyAreJoinedOrSpelt(String one, String other) {
    Comparison comparison = of("Song", one).comparedWith(of("Song", other));

    assertThat(comparison.accepted()).as(comparison.reason()).isTrue();
    assertThat(of("Song", other).comparedWith(of("Song", one)).accepted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Prince | Prince Royce",
        "Blue | Blue Swede",
        "The Band | Big",
        "Frédéric Chopin ; Arthur Rubinstein | Frédéric Chopin ; Maria João Pires",
        "Adele | Karaoke Hits Band",
        "Кино | Kenny G",
        "6 ft. Under | 6",
        "Foo ft. Bar | Bar",
      })
  void artistsDifferOrNeedADuration(String one, String other) {
    assertThat(of("Song", one).comparedWith(of("Song", other)).accepted()).isFalse();
  }

  @Test
  void aDurationSettlesOneDoubtButNotTwo() {
    Listing wanted = listing("Vienna", "Midge Ure", 200_000);

    assertThat(listing("Vienna", "Ure", 201_000).comparedWith(wanted).accepted()).isTrue();
    assertThat(listing("Vienna (Prater)", "Midge Ure", 201_000).comparedWith(wanted).accepted())
        .isTrue();
    assertThat(listing("Vienna (Prater)", "Ure", 201_000).comparedWith(wanted).accepted())
        .isFalse();
  }

  @Test
  void aDurationThatDiffersRefusesTheSameNames() {
    Comparison comparison = lasting("Strobe", 637_000).comparedWith(lasting("Strobe", 214_000));

    assertThat(comparison.accepted()).isFalse();
    assertThat(comparison.confidence()).isZero();
    assertThat(comparison.reason()).contains("durations are different, 423.0 s apart");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Harbour | Ann Lake | 383 | CONFIRMED",
        "Harbour - Remastered | Ann Lake | 383 | CONFIRMED",
        "Harbour (Live) | Ann Lake | 383 | OTHER_VERSION",
        "Harbour (Foo Remix) | Ann Lake | 383 | OTHER_VERSION",
        "Harbour | Ann Lake | 200 | OTHER_DURATION",
        "Harbour (Live) | Ann Lake | 200 | REFUTED",
        "Harbour, Pt. 2 | Ann Lake | 383 | REFUTED",
        "Good Harbour | Ann Lake | 383 | REFUTED",
        "Harbour | Somebody Else | 383 | REFUTED",
        "港 | 湖 | 383 | INCOMPARABLE",
        "Harbour | 湖 | 383 | INCOMPARABLE",
        "港 | 湖 | 200 | REFUTED",
        "港 | Somebody Else | 383 | REFUTED",
      })
  void namesAndDurationAreWitnessesOfAnIsrc(
      String title, String artist, int seconds, IsrcVerdict verdict) {
    assertThat(
            IsrcVerdict.of(
                listing("Harbour", "Ann Lake", 383_000)
                    .comparedWith(listing(title, artist, seconds * 1000))))
        .isEqualTo(verdict);
  }

  @Test
  void aVinylRipThatRunsFiveSecondsLongerIsRefusedOnPurpose() {
    assertThat(lasting("Harbour", 324_000).comparedWith(lasting("Harbour", 327_000)).accepted())
        .isTrue();
    assertThat(lasting("Harbour", 324_000).comparedWith(lasting("Harbour", 329_000)).accepted())
        .isFalse();
  }

  @Test
  void guestsThatContradictMakeAnotherRecording() {
    assertThat(of("Song (feat. B)", "A").comparedWith(of("Song (feat. C)", "A")).accepted())
        .isFalse();
    assertThat(of("Song (feat. B & C)", "A").comparedWith(of("Song (feat. C)", "A")).accepted())
        .isFalse();
    assertThat(of("Song (feat. B & C)", "A").comparedWith(of("Song (feat. B)", "A")).accepted())
        .isTrue();
  }

  @Test
  void betweenEqualsTheOneWhoseCreditsAgreeComesFirst() {
    Listing wanted = listing("Fishbowl", "A", 130_000);
    Comparison alone = wanted.comparedWith(listing("Fishbowl", "A", 131_500));
    Comparison withGuest = wanted.comparedWith(listing("Fishbowl (feat. B)", "A", 130_000));

    assertThat(Comparison.BEST_FIRST.compare(alone, withGuest)).isNegative();

    Listing guest = Listing.of("Fishbowl", List.of("A", "B"), Duration.ofMillis(130_000));
    assertThat(
            Comparison.BEST_FIRST.compare(
                guest.comparedWith(listing("Fishbowl", "A", 130_000)),
                guest.comparedWith(listing("Fishbowl (feat. B)", "A", 131_500))))
        .isPositive();
  }

  @Test
  void aComposerMayStandBeforeTheTitle() {
    Listing named =
        Listing.of("Beethoven: Egmont, Op. 84: Overture", List.of("Ludwig van Beethoven"), null);

    assertThat(
            named.comparedWith(of("Egmont, Op. 84: Overture", "Ludwig van Beethoven")).accepted())
        .isTrue();
    assertThat(of("Interlude: Rain", "A").comparedWith(of("Rain", "A")).accepted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Halo | Halo (Live) | only the second title is a version: \"live\"",
        "Halo (Remix) | Halo (Live) | different versions: \"remix\" and \"live\"",
        "Halo (Live in Rome) | Halo (Live in Oslo) | different versions of one kind",
        "Halo, Pt. 1 | Halo, Pt. 2 | different parts: \"1\" and \"2\"",
        "Halo | Halo (Radio Edit) | different cuts",
        "Halo | Halo (Odd) | only one title says \"Odd\"",
        "Halo | Hello | the titles are different: \"Halo\" and \"Hello\"",
      })
  void tellsWhy(String one, String other, String reason) {
    assertThat(of(one, "A").comparedWith(of(other, "A")).reason())
        .contains(reason.replace("\\", ""));
  }

  private static Listing of(String title, String artists) {
    return Listing.of(title, List.of(artists.split(" ; ")), null);
  }

  private static Listing lasting(String title, int millis) {
    return listing(title, "A", millis);
  }

  private static Listing listing(String title, String artist, int millis) {
    return Listing.of(title, List.of(artist), Duration.ofMillis(millis));
  }
}
