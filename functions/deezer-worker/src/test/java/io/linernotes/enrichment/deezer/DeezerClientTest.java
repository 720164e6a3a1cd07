package io.linernotes.enrichment.deezer;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.track.Isrc;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeezerClientTest {

  private static final Isrc ISRC = new Isrc("GBAYE0601690");

  private final ScriptedHttp http = new ScriptedHttp();
  private final DeezerClient deezer = new DeezerClient(http, URI.create("https://api.deezer.com"));

  @ParameterizedTest
  @ValueSource(
      strings = {"https://api.deezer.com", "https://api.deezer.com/", "https://api.deezer.com//"})
  void asksAtTheBaseUrlHoweverItEnds(String base) {
    http.replying(200, Bodies.comeTogether()).replying(200, Bodies.comeTogether());
    DeezerClient client = new DeezerClient(http, URI.create(base));

    client.trackByIsrc(ISRC);
    client.track(116348632);

    assertThat(http.urls())
        .containsExactly(
            "https://api.deezer.com/track/isrc:GBAYE0601690",
            "https://api.deezer.com/track/116348632");
    assertThat(http.calls())
        .extracting(HttpCall::toString)
        .containsExactly("Deezer track by ISRC", "Deezer track");
  }

  @Test
  void searchesByIsrc() {
    http.replying(200, Bodies.NO_HITS);

    deezer.searchByIsrc(ISRC);

    assertThat(http.urls())
        .containsExactly("https://api.deezer.com/search?q=isrc%3AGBAYE0601690&limit=25");
  }

  @Test
  void searchesByNamesWithoutGuestsAndQuotes() {
    http.replying(200, Bodies.NO_HITS).replying(200, Bodies.NO_HITS);

    deezer.search("Sigur Rós feat. Jónsi", "Say \"Hello\" + Go\\od (feat. X) - Remastered 2011");
    deezer.search("宇多田ヒカル", "花束を君に");

    assertThat(http.calls())
        .extracting(call -> call.uri().getQuery())
        .containsExactly(
            "q=artist:\"Sigur Rós\" track:\"Say Hello + Go od\"&limit=25",
            "q=artist:\"宇多田ヒカル\" track:\"花束を君に\"&limit=25");
    assertThat(http.urls().getFirst())
        .contains("artist%3A%22Sigur%20R%C3%B3s%22%20track%3A%22Say%20Hello%20%2B%20Go");
  }

  @Test
  void readsATrack() {
    http.replying(200, Bodies.comeTogether());

    assertThat(deezer.trackByIsrc(ISRC).map(FoundTrack::track))
        .isEqualTo(
            new Outcome.Found<>(
                new DeezerTrack(
                    116348632L,
                    ISRC,
                    "Come Together (Remastered 2009)",
                    "The Beatles",
                    Duration.ofSeconds(258),
                    165.1,
                    -9.2,
                    901234,
                    LocalDate.of(2009, 9, 9),
                    null,
                    null)));
  }

  @Test
  void readsWholeNumbersAndFractionsAlike() {
    assertThat(track("\"bpm\":123,\"gain\":-8").bpm()).isEqualTo(123.0);
    assertThat(track("\"bpm\":119.8,\"gain\":-8.5").bpm()).isEqualTo(119.8);
    assertThat(track("\"bpm\":119.8,\"gain\":-8").gain()).isEqualTo(-8.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"bpm\":0,\"gain\":0,\"rank\":0,\"duration\":0,\"release_date\":\"1900-01-01\"",
        "\"bpm\":0.0,\"gain\":0.0,\"rank\":-1,\"duration\":-3,\"release_date\":\"0000-00-00\"",
        "\"bpm\":-120,\"gain\":null,\"rank\":null,\"duration\":null,\"release_date\":\"\"",
        "\"bpm\":\"\",\"gain\":\"\",\"rank\":\"\",\"duration\":\"\",\"release_date\":null",
        "\"bpm\":{},\"gain\":[],\"rank\":99999999999,\"duration\":\"x\",\"release_date\":\"2009-13-40\"",
        "\"bpm\":true,\"gain\":false,\"rank\":1.5,\"duration\":0.5,\"release_date\":\"2009\"",
      })
  void unknownIsNullAndNeverAPlaceholder(String fields) {
    DeezerTrack track = trackOf("{\"id\":7,\"title\":\"\",\"isrc\":\"\",%s}".formatted(fields));

    assertThat(track)
        .isEqualTo(new DeezerTrack(7L, null, null, null, null, null, null, null, null, null, null));
  }

  @Test
  void keepsNoPreviewWhichExpires() {
    assertThat(track("\"bpm\":1").toString()).doesNotContain("preview", "dzcdn");
  }

  @Test
  void aTrackOfAnotherIsrcIsAMissAndOneWithoutItNoAnswer() {
    http.replying(200, Bodies.track(1, "GBAYE0000000", "Come Together", "The Beatles", 258))
        .replying(200, Bodies.track(1, "", "Come Together", "The Beatles", 258))
        .replying(200, Bodies.track(1, "gb-aye-06-01690", "Come Together", "The Beatles", 258));

    assertThat(deezer.trackByIsrc(ISRC)).isInstanceOf(Outcome.Missing.class);
    assertThat(deezer.trackByIsrc(ISRC)).isInstanceOf(Outcome.Unavailable.class);
    assertThat(deezer.trackByIsrc(ISRC)).isInstanceOf(Outcome.Found.class);
  }

  @Test
  void aForgottenDateFallsBackToTheAlbums() {
    assertThat(track("\"release_date\":\"1900-01-01\"").releaseDate())
        .isEqualTo(LocalDate.of(1969, 9, 26));
    assertThat(
            trackOf(
                    """
                    {"id":7,"title":"T","release_date":"0000-00-00",
                     "album":{"release_date":"1900-01-01"}}""")
                .releaseDate())
        .isNull();
  }

  @Test
  void everybodyCreditedIsAnArtist() {
    http.replying(
        200,
        Bodies.track(
            7,
            "GBAYE0601690",
            "Title",
            "Artist",
            "\"contributors\":[{\"name\":\"Artist\"},{\"name\":\"Guest\"},{\"name\":null}]"));

    assertThat(deezer.track(7).map(FoundTrack::artists))
        .isEqualTo(new Outcome.Found<>(List.of("Artist", "Guest")));
  }

  @Test
  void readsHits() {
    http.replying(
        200,
        Bodies.hits(
            Bodies.hit(5, "One", "U2", 276), "{\"title\":\"no id\"}", "null", "{\"id\":6}"));

    // A hit that cannot be compared may be the wanted track.
    assertThat(deezer.search("U2", "One"))
        .isEqualTo(
            new Outcome.Found<>(
                new DeezerHits(
                    List.of(new DeezerHit(5, "One", "U2", Duration.ofSeconds(276), null)), false)));
  }

  @Test
  void aPageIsWholeIfItListsWhatItCountsOrAsMuchAsItCan() {
    String hit = Bodies.hit(5, "One", "U2", 276);
    http.replying(200, Bodies.page(1, hit))
        .replying(200, Bodies.page(2, hit))
        .replying(200, Bodies.page(300, Collections.nCopies(25, hit).toArray(String[]::new)));

    assertThat(isWhole(deezer.searchWords("U2 One"))).isTrue();
    assertThat(isWhole(deezer.searchWords("U2 One"))).isFalse();
    assertThat(isWhole(deezer.searchWords("U2 One"))).isTrue();
  }

  private static boolean isWhole(Outcome<DeezerHits> hits) {
    return ((Outcome.Found<DeezerHits>) hits).value().whole();
  }

  @Test
  void searchesForWordsAnywhere() {
    http.replying(200, Bodies.NO_HITS);

    deezer.searchWords("Daft Punk \"Get Lucky\"");

    assertThat(http.calls().getFirst().uri().getQuery())
        .isEqualTo("q=Daft Punk Get Lucky&limit=25");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"data\":[],\"total\":3}",
        "{\"data\":[{}],\"total\":1}",
        "{\"data\":null,\"total\":0}",
        "{\"total\":0}",
        "{}",
        "[]",
      })
  void aSearchWithoutAListIsNoMiss(String body) {
    http.replying(200, body);

    assertThat(deezer.searchByIsrc(ISRC)).isInstanceOf(Outcome.Unavailable.class);
  }

  private DeezerTrack track(String fields) {
    return trackOf(Bodies.track(7, "GBAYE0601690", "Title", "Artist", fields));
  }

  private DeezerTrack trackOf(String body) {
    http.replying(200, body);
    return ((Outcome.Found<FoundTrack>) deezer.track(7)).value().track();
  }
}
