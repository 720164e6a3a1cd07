package io.linernotes.enrichment.deezer;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.track.Artist;
import io.linernotes.track.Track;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameLadderTest {

  private static final String ISRC = "GBAAA0100001";

  private final ScriptedHttp http = new ScriptedHttp();
  private final DeezerClient deezer = new DeezerClient(http, URI.create("https://deezer.test"));

  @AfterEach
  void everyReplyWasWanted() {
    assertThat(http.unused()).isZero();
  }

  @Test
  void wordsFindWhatFieldsDoNot() {
    http.replying(200, Bodies.NO_HITS)
        .replying(200, Bodies.hits(Bodies.hit(7, "Get Going", "Daft Duo", 369)))
        .replying(200, Bodies.track(7, ISRC, "Get Going", "Daft Duo", 369));

    assertThat(foundId(track("Get Going", 369, "Daft Duo"))).isEqualTo(7);
    assertThat(queries())
        .containsExactly(
            "q=artist:\"Daft Duo\" track:\"Get Going\"&limit=25", "q=Daft Duo Get Going&limit=25");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DJ One, Two One, Three & Four | DJ One",
        "Tina One & Rod Two | Tina One",
        "Foo vs. Bar | Foo",
        "The Dave Example Quartet | Dave Example",
        "Foo × Bar | Foo",
      })
  void artistsInOneTextAreAlsoSearchedForByTheirFirst(String joined, String first) {
    assertThat(rungs("Couch", joined))
        .startsWith("fields: " + joined + ", Couch", "words: " + joined + " Couch")
        .contains("words: " + first + " Couch");
  }

  @Test
  void theSecondArtistIsSearchedForToo() {
    assertThat(rungs("Kyrie", "Some Composer", "Some Choir"))
        .containsExactly(
            "fields: Some Composer, Kyrie",
            "words: Some Composer Kyrie",
            "words: Some Choir Kyrie");
  }

  @Test
  void theLastResortIsTheSongWithoutItsVersion() {
    assertThat(rungs("Quiet (feat. B) - Foo's Harbour Radio Edit [2019 Remaster]", "A"))
        .containsExactly(
            "fields: A, Quiet (Foo's Harbour Radio Edit)",
            "words: A Quiet (Foo's Harbour Radio Edit)",
            "words: A Quiet");
  }

  @Test
  void theSearchesHaveAnEnd() {
    assertThat(rungs("Song (Foo Remix)", "The A B Band & C", "The D E Trio & F"))
        .hasSize(NameLadder.MOST_SEARCHES);
  }

  @Test
  void theMissComesAfterTheLastRung() {
    Track track = track("Song (Foo Remix)", 200, "A & B");
    int rungs = new NameLadder(deezer, track).rungs().size();
    Stream.generate(() -> Bodies.NO_HITS).limit(rungs).forEach(body -> http.replying(200, body));

    assertThat(new NameLadder(deezer, track).climb()).isInstanceOf(Outcome.Missing.class);
    assertThat(http.urls()).hasSize(rungs).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":[{\"id\":5,\"title\":\"Other\",\"artist\":{\"name\":\"B\"}},{\"id\":6}],\"total\":2}",
        "{\"data\":[{\"id\":5,\"title\":\"Other\",\"artist\":{\"name\":\"B\"}}],\"total\":9}",
        "{\"data\":[{\"id\":5,\"title\":\"Song\"}],\"total\":1}",
        "{\"data\":[{\"title\":\"Song\",\"artist\":{\"name\":\"A\"}}],\"total\":1}",
      })
  void hitsThatCannotBeReadAreNoMiss(String page) {
    http.replying(200, page);
    if (page.contains("Other")) {
      http.replying(200, Bodies.NO_HITS);
    }

    assertThat(new NameLadder(deezer, track("Song", 200, "A")).climb())
        .isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void aLaterRungFindsWhatAnUnreadablePageMayHaveHeld() {
    http.replying(
            200,
            "{\"data\":[{\"id\":5,\"title\":\"Other\",\"artist\":{\"name\":\"B\"}}],\"total\":9}")
        .replying(200, Bodies.hits(Bodies.hit(7, "Song", "A", 200)))
        .replying(200, Bodies.track(7, ISRC, "Song", "A", 200));

    assertThat(foundId(track("Song", 200, "A"))).isEqualTo(7);
  }

  @Test
  void theFullRecordMustAgreeAsWell() {
    http.replying(200, Bodies.hits(Bodies.hit(7, "Song", "A", 200)))
        .replying(200, Bodies.track(7, ISRC, "Song (Live)", "A", 200))
        .replying(200, Bodies.NO_HITS);

    assertThat(new NameLadder(deezer, track("Song", 200, "A")).climb())
        .isInstanceOf(Outcome.Missing.class);
  }

  @Test
  void theRadioEditWinsOverARemixersEditOfTheSameLength() {
    http.replying(
            200,
            Bodies.hits(
                Bodies.hit(1, "Titan (Foo Radio Edit)", "A", 226),
                Bodies.hit(2, "Titan (feat. B) [Radio Edit]", "A", 224),
                Bodies.hit(3, "Titan (inst)", "A", 226)))
        .replying(200, Bodies.track(2, ISRC, "Titan (feat. B) [Radio Edit]", "A", 224));

    assertThat(foundId(track("Titan", 226, "A"))).isEqualTo(2);
  }

  @Test
  void ofTwoRecordingsOfOneNameTheNearestInDurationIsTaken() {
    http.replying(
            200,
            Bodies.hits(
                Bodies.hit(1, "Do Not Cry", "A", 287),
                Bodies.hit(2, "Do Not Cry", "A", 284),
                Bodies.hit(3, "Do Not Cry", "A", 290)))
        .replying(200, Bodies.track(2, ISRC, "Do Not Cry", "A", 284));

    assertThat(foundId(track("Do Not Cry", 285, "A"))).isEqualTo(2);
  }

  @Test
  void betweenEqualsTheCreditsDecideAndThenWhetherItIsExplicit() {
    String alone = Bodies.hit(1, "Bowl", "A", 130);
    String withGuest = Bodies.hit(2, "Bowl (feat. B)", "A", 130);
    http.replying(200, Bodies.hits(alone, withGuest))
        .replying(200, Bodies.track(2, ISRC, "Bowl (feat. B)", "A", 130))
        .replying(200, Bodies.hits(withGuest, alone))
        .replying(200, Bodies.track(1, ISRC, "Bowl", "A", 130));

    assertThat(foundId(track("Bowl", 130, "A", "B"))).isEqualTo(2);
    assertThat(foundId(track("Bowl", 130, "A"))).isEqualTo(1);

    NameSearch explicit =
        new NameSearch(
            new Track(
                null, null, "Bowl", List.of(Artist.named("A")), null, null, null, true, null));
    assertThat(explicit.best(List.of(hit(1, false), hit(2, true), hit(3, true))))
        .map(DeezerHit::id)
        .contains(2L);
  }

  private static DeezerHit hit(long id, boolean explicit) {
    return new DeezerHit(id, "Bowl", "A", null, explicit);
  }

  private long foundId(Track track) {
    Outcome<FoundTrack> outcome = new NameLadder(deezer, track).climb();
    assertThat(outcome).isInstanceOf(Outcome.Found.class);
    Long id = ((Outcome.Found<FoundTrack>) outcome).value().track().deezerId();
    return id == null ? 0 : id;
  }

  private List<String> rungs(String title, String... artists) {
    return new NameLadder(deezer, track(title, 200, artists)).rungs();
  }

  private List<String> queries() {
    return http.calls().stream()
        .map(call -> call.uri().getQuery())
        .filter(query -> query != null && !query.isEmpty())
        .toList();
  }

  private static Track track(String title, int seconds, String... artists) {
    return Track.of(
        null,
        null,
        title,
        Stream.of(artists).map(Artist::named).toList(),
        Duration.ofSeconds(seconds));
  }
}
