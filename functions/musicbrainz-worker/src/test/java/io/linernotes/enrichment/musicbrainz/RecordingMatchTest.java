package io.linernotes.enrichment.musicbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.matching.ArtistCredit;
import io.linernotes.matching.ArtistCredit.Credited;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.Songs;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingMatchTest {

  private static final String A = "GBAAA9800001";
  private static final String B = "GBAAA9800002";
  private static final String C = "GBAAA9800003";
  private static final int MILLIS = 330_773;

  @Test
  void theNearestDurationIsLikeliestAndAllIsrcsAreKept() {
    assertThat(
            among(
                recording("far", "Teardrop", MILLIS - 2900, A, B),
                recording("near", "Teardrop", MILLIS + 100, C, A)))
        .isEqualTo(new IsrcLookup(List.of(new Isrc(C), new Isrc(A), new Isrc(B)), "near"));
  }

  @Test
  void recordingsWithoutIsrcsDoNotEndTheSearch() {
    assertThat(
            among(recording("1", "Teardrop", MILLIS), recording("2", "Teardrop", MILLIS + 2000, A)))
        .isEqualTo(new IsrcLookup(List.of(new Isrc(A)), "2"));
    assertThat(among(recording("1", "Teardrop", MILLIS))).isNull();
  }

  @Test
  void anUnknownLengthIsTheLastResortAndOnlyForTheSameNames() {
    assertThat(
            among(
                recording("unknown", "Teardrop", 0, A),
                recording("similar", "Teardrop (Radio Edit)", MILLIS, B)))
        .isEqualTo(new IsrcLookup(List.of(new Isrc(B), new Isrc(A)), "similar"));
    assertThat(among(recording("1", "Teardrop (Radio Edit)", 0, A))).isNull();
  }

  @Test
  void withoutADurationOnlyTheSameNamesWillDo() {
    Track timeless = Track.of(null, null, "Teardrop", Songs.teardrop().artists(), null);

    assertThat(among(timeless, recording("1", "Teardrop", MILLIS, A))).isNotNull();
    assertThat(among(timeless, recording("1", "Teardrop (Radio Edit)", MILLIS, A))).isNull();
  }

  @Test
  void anotherDurationIsAnotherRecording() {
    assertThat(among(recording("1", "Teardrop", MILLIS + 3001, A))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "live, 1998-07-12: Glastonbury",
        "karaoke version",
        "instrumental",
        "Mad Professor remix",
        "demo",
        "acoustic"
      })
  void aDisambiguationTellsOtherVersionsApart(String disambiguation) {
    assertThat(among(disambiguated(disambiguation))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019 remaster", "album version", "5.1ch", "explicit", "UK release"})
  void aDisambiguationMayTellReleasesApart(String disambiguation) {
    assertThat(among(disambiguated(disambiguation))).isNotNull();
  }

  @Test
  void artistsMatchAsCreditedTogetherOrByAlias() {
    Track duo = named("The Boxer", "Simon & Garfunkel");
    Track romanised = named("First Love", "Hikaru Utada");

    assertThat(among(duo, by("The Boxer", new Credited("Simon", List.of()), credited("Garfunkel"))))
        .isNotNull();
    assertThat(among(romanised, by("First Love", new Credited("宇多田ヒカル", List.of("Hikaru Utada")))))
        .isNotNull();
    assertThat(among(romanised, by("First Love", credited("Somebody Else")))).isNull();
  }

  @Test
  void theCreditsDecideBetweenEqualsAndNotTheOrderOfTheHits() {
    Track withGuest = named("Bowl (feat. Sea)", "A");
    Recording alone = by("Bowl", A, credited("A"));
    Recording together = by("Bowl", B, credited("A"), credited("Sea"));

    assertThat(isrcs(withGuest, alone, together)).containsExactly(new Isrc(B), new Isrc(A));
    assertThat(isrcs(withGuest, together, alone)).containsExactly(new Isrc(B), new Isrc(A));
    assertThat(isrcs(named("Bowl", "A"), together, alone))
        .containsExactly(new Isrc(A), new Isrc(B));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Teardrop (inst.)", "Teardrop (Karaoke)", "Teardrop (Foo Radio Edit)"})
  void aVersionInTheTitleIsRefusedEvenWithAnIsrcAndTheSameLength(String title) {
    assertThat(among(recording("1", title, MILLIS, A))).isNull();
  }

  private static List<Isrc> isrcs(Track wanted, Recording... recordings) {
    IsrcLookup lookup = among(wanted, recordings);
    return lookup == null ? List.of() : lookup.isrcs();
  }

  private static @Nullable IsrcLookup among(Recording... recordings) {
    return among(Songs.teardrop(), recordings);
  }

  private static @Nullable IsrcLookup among(Track wanted, Recording... recordings) {
    return new RecordingMatch(wanted).among(List.of(recordings)).orElse(null);
  }

  private static Recording recording(String id, String title, int millis, String... isrcs) {
    return new Recording(
        id,
        title,
        null,
        ArtistCredit.of(List.of("Massive Attack")),
        millis == 0 ? null : Duration.ofMillis(millis),
        Stream.of(isrcs).map(Isrc::new).toList());
  }

  private static Recording disambiguated(String disambiguation) {
    return new Recording(
        "1",
        "Teardrop",
        disambiguation,
        ArtistCredit.of(List.of("Massive Attack")),
        Duration.ofMillis(MILLIS),
        List.of(new Isrc(A)));
  }

  private static Recording by(String title, Credited... artists) {
    return by(title, A, artists);
  }

  private static Recording by(String title, String isrc, Credited... artists) {
    return new Recording(
        "1",
        title,
        null,
        new ArtistCredit(List.of(artists)),
        Duration.ofSeconds(200),
        List.of(new Isrc(isrc)));
  }

  private static Credited credited(String name) {
    return new Credited(name, List.of());
  }

  private static Track named(String title, String artist) {
    return Track.of(null, null, title, List.of(Artist.named(artist)), Duration.ofSeconds(200));
  }
}
