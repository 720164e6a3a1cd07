package io.linernotes.enrichment.deezer;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheView;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.Match;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.matching.IsrcVerdict;
import io.linernotes.task.Task;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A track found by an ISRC is checked against names and duration. */
class TwoWitnessesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String ISRC = "GBAAA0100001";
  private static final String OTHER_ISRC = "GBAAA0100002";

  /** An id makes the wanted track Spotify's own record, not a client's description. */
  private static final SpotifyId ID = new SpotifyId("6rqhFgbbKwnb9MLmUQDhG6");

  private final ScriptedHttp http = new ScriptedHttp();
  private final DeezerClient deezer = new DeezerClient(http, URI.create("https://deezer.test"));

  @AfterEach
  void everyReplyWasWanted() {
    assertThat(http.unused()).isZero();
  }

  @Test
  void anotherRemixUnderTheSameIsrcYieldsToTheOneFoundByNames() {
    http.replying(200, Bodies.track(1, ISRC, "Harbour (North Remix)", "Ann Lake", 383))
        .replying(200, Bodies.NO_HITS)
        .replying(200, Bodies.hits(Bodies.hit(2, "Harbour (South Remix)", "Ann Lake", 383)))
        .replying(200, Bodies.track(2, OTHER_ISRC, "Harbour (South Remix)", "Ann Lake", 383));

    DeezerTrack found = find(track("Harbour - South Remix", "Ann Lake", 383));

    assertThat(found.deezerId()).isEqualTo(2);
    assertThat(match(found))
        .isEqualTo(
            new Match(
                Match.By.ARTIST_TITLE,
                0.85,
                "Harbour (South Remix)",
                List.of("Ann Lake"),
                new Isrc(OTHER_ISRC),
                Duration.ofSeconds(383)));
  }

  @Test
  void aVersionWordAloneDoesNotRefuteAnIsrcWhereNothingBetterIsFound() {
    http.replying(200, Bodies.track(1, ISRC, "Shake It Down", "The Dock Band", 185))
        .replying(200, Bodies.NO_HITS);
    noNames(3);

    DeezerTrack found = find(track("Shake It Down - Live", "The Dock Band", 185));

    assertThat(found.deezerId()).isEqualTo(1);
    assertThat(match(found).by()).isEqualTo(Match.By.ISRC);
    assertThat(match(found).confidence()).isEqualTo(IsrcVerdict.OTHER_VERSION.confidence());
  }

  @ParameterizedTest
  @CsvSource({
    "Sign, Flow, Good Sign, Mayon, 150",
    "Sign, Flow, Good Sign, Mayon, 235",
    "Sign, Flow, Sign, Somebody Else, 235",
    "Sign, Flow, Another Title, Flow, 235",
    "Sign (Live), Flow, Sign, Flow, 300",
    "Symphony No. 2: II. Adagio, Flow, Symphony No. 2: I. Allegro, Flow, 235",
    "Sign (Pt. 2), Flow, Sign (Pt. 1), Flow, 235",
  })
  void anotherSongUnderTheSameIsrcIsRefused(
      String title, String artist, String otherTitle, String otherArtist, int seconds) {
    http.replying(200, Bodies.track(1, ISRC, otherTitle, otherArtist, seconds))
        .replying(200, Bodies.NO_HITS);
    noNames(new NameLadder(deezer, track(title, artist, 235)).rungs().size());

    assertThat(outcome(track(title, artist, 235))).isInstanceOf(Outcome.Missing.class);
  }

  @Test
  void eachMovementUnderOneIsrcIsItsOwn() {
    http.replying(200, Bodies.track(1, ISRC, "Quartet in D: I. Presto", "Ann Lake", 600))
        .replying(200, Bodies.NO_HITS)
        .replying(200, Bodies.hits(Bodies.hit(2, "Quartet in D: II. Largo", "Ann Lake", 420)))
        .replying(200, Bodies.track(2, ISRC, "Quartet in D: II. Largo", "Ann Lake", 420));

    assertThat(find(track("Quartet in D: II. Largo", "Ann Lake", 420)).deezerId()).isEqualTo(2);
  }

  @Test
  void anotherDurationIsKeptUntilABetterHitIsFound() {
    http.replying(200, Bodies.track(1, ISRC, "Strobe Light", "Ann Lake", 214))
        .replying(200, Bodies.NO_HITS)
        .replying(200, Bodies.hits(Bodies.hit(2, "Strobe Light", "Ann Lake", 637)))
        .replying(200, Bodies.track(2, OTHER_ISRC, "Strobe Light", "Ann Lake", 637));

    assertThat(find(track("Strobe Light", "Ann Lake", 637)).deezerId()).isEqualTo(2);

    http.replying(200, Bodies.track(1, ISRC, "Strobe Light", "Ann Lake", 214))
        .replying(200, Bodies.NO_HITS);
    noNames(2);

    DeezerTrack found = find(track("Strobe Light", "Ann Lake", 637));
    assertThat(found.deezerId()).isEqualTo(1);
    assertThat(match(found).confidence()).isEqualTo(IsrcVerdict.OTHER_DURATION.confidence());
  }

  @Test
  void namesInOtherScriptsCannotRefuteAnIsrc() {
    http.replying(200, Bodies.track(1, ISRC, "花束", "水野", 276));

    assertThat(match(find(track("Hanataba", "Mizuno", 276))).confidence())
        .isEqualTo(IsrcVerdict.INCOMPARABLE.confidence());
  }

  @Test
  void namesInOtherScriptsAndAnotherDurationAreRefused() {
    http.replying(200, Bodies.track(1, ISRC, "花束", "水野", 200)).replying(200, Bodies.NO_HITS);
    noNames(2);

    assertThat(outcome(track("Hanataba", "Mizuno", 276))).isInstanceOf(Outcome.Missing.class);
  }

  @Test
  void anIsrcThatDeezerDoesNotKnowLeavesTheNames() {
    http.replying(200, Bodies.NO_DATA)
        .replying(200, Bodies.NO_HITS)
        .replying(200, Bodies.hits(Bodies.hit(3, "Iron Mane", "The Dock Band", 354)))
        .replying(200, Bodies.track(3, OTHER_ISRC, "Iron Mane", "The Dock Band", 354));

    DeezerTrack found = find(track("Iron Mane - 2014 Remaster", "The Dock Band", 355));

    assertThat(match(found).by()).isEqualTo(Match.By.ARTIST_TITLE);
    assertThat(match(found).confidence()).isEqualTo(0.85);
  }

  @Test
  void anIsrcToldByMusicBrainzMustAgreeToo() {
    http.replying(200, Bodies.track(1, ISRC, "Good Sign", "Mayon", 235))
        .replying(200, Bodies.track(2, OTHER_ISRC, "Sign", "Flow", 235));

    Task.FetchDeezerTrack task =
        new Task.FetchDeezerTrack(
            named("Sign", "Flow", 235), List.of(new Isrc(ISRC), new Isrc(OTHER_ISRC)), Set.of());
    DeezerTrack found = found(new DeezerChain(deezer, task, CacheView.empty(), NOW).find());

    assertThat(found.deezerId()).isEqualTo(2);
    assertThat(match(found).by()).isEqualTo(Match.By.MUSICBRAINZ_ISRC);
  }

  @Test
  void aTrackWithoutNamesIsNoAnswer() {
    http.replying(200, "{\"id\":1,\"isrc\":\"%s\",\"duration\":235}".formatted(ISRC));

    assertThat(outcome(track("Sign", "Flow", 235))).isInstanceOf(Outcome.Unavailable.class);
  }

  private void noNames(int searches) {
    Stream.generate(() -> Bodies.NO_HITS).limit(searches).forEach(body -> http.replying(200, body));
  }

  private DeezerTrack find(Track track) {
    return found(outcome(track));
  }

  private static DeezerTrack found(Outcome<DeezerTrack> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Found.class);
    return ((Outcome.Found<DeezerTrack>) outcome).value();
  }

  private Outcome<DeezerTrack> outcome(Track track) {
    Task.FetchDeezerTrack task = new Task.FetchDeezerTrack(track, List.of(), Set.of());
    return new DeezerChain(deezer, task, CacheView.empty(), NOW).find();
  }

  private static Match match(DeezerTrack found) {
    return Objects.requireNonNull(found.match());
  }

  private static Track track(String title, String artist, int seconds) {
    return named(new Isrc(ISRC), title, artist, seconds);
  }

  private static Track named(String title, String artist, int seconds) {
    return named(null, title, artist, seconds);
  }

  private static Track named(@Nullable Isrc isrc, String title, String artist, int seconds) {
    return Track.of(ID, isrc, title, List.of(Artist.named(artist)), Duration.ofSeconds(seconds));
  }
}
