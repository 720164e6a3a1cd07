package io.linernotes.enrichment.musicbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.matching.ArtistCredit;
import io.linernotes.matching.ArtistCredit.Credited;
import io.linernotes.track.Isrc;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MusicBrainzClientTest {

  private final ScriptedHttp http = new ScriptedHttp();

  @ParameterizedTest
  @ValueSource(strings = {"https://musicbrainz.org/ws/2", "https://musicbrainz.org/ws/2/"})
  void asksForJsonAndAFullPageHoweverTheBaseUrlEnds(String base) {
    http.replying(200, Bodies.NO_HITS);

    new MusicBrainzClient(http, URI.create(base)).search(new RecordingQuery("recording:\"A + B\""));

    assertThat(http.urls())
        .containsExactly(
            "https://musicbrainz.org/ws/2/recording"
                + "?query=recording%3A%22A%20%2B%20B%22&limit=100&fmt=json");
  }

  @Test
  void readsWhatAHitTells() {
    String credits =
        Bodies.credit("Ed", " feat. ", "Eddie", "Ed") + "," + Bodies.credit("Meek", "");

    assertThat(
            hits(
                Bodies.hit(
                    "m-1",
                    "1000 Nights",
                    credits,
                    "\"length\":212306,\"disambiguation\":\"live\"",
                    "GBAHS1900001",
                    "not an ISRC",
                    "gb-ahs-19-00001")))
        .isEqualTo(
            new RecordingPage.Hits(
                List.of(
                    new Recording(
                        "m-1",
                        "1000 Nights",
                        "live",
                        new ArtistCredit(
                            List.of(
                                new Credited("Ed", List.of("Ed", "Eddie")),
                                new Credited("Meek", List.of("Meek")))),
                        Duration.ofMillis(212_306),
                        List.of(new Isrc("GBAHS1900001")))),
                true));
  }

  @Test
  void leavesOutVideosAndWhatHasNoNames() {
    String credits = Bodies.credit("A", "");

    assertThat(
            hits(
                    Bodies.hit("1", "Video", credits, "\"video\":true"),
                    Bodies.hit("2", "", credits, "\"length\":1000"),
                    Bodies.hit("3", "No artist", "", "\"length\":1000"),
                    "null",
                    "{}",
                    Bodies.hit("4", "No length", credits, "\"length\":null"),
                    Bodies.hit("5", "Length 0", credits, "\"length\":0"))
                .recordings())
        .extracting(Recording::title)
        .containsExactly("No length", "Length 0");
  }

  @Test
  void anUnknownLengthIsNull() {
    String credits = Bodies.credit("A", "");

    assertThat(
            hits(
                    Bodies.hit("1", "T", credits, "\"length\":null"),
                    Bodies.hit("2", "T", credits, "\"length\":0"),
                    Bodies.hit("3", "T", credits, "\"disambiguation\":\"\""))
                .recordings())
        .extracting(Recording::length, Recording::disambiguation)
        .containsOnly(tuple(null, null));
  }

  @Test
  void aPageOfFewerHitsThanCountedIsNotComplete() {
    http.replying(200, Bodies.page(249, Bodies.hit("1", "T", "A", 1000)));

    Outcome<RecordingPage> outcome = search();

    assertThat(outcome)
        .extracting(page -> ((Outcome.Found<RecordingPage>) page).value())
        .extracting(hits -> ((RecordingPage.Hits) hits).complete())
        .isEqualTo(false);
  }

  private RecordingPage.Hits hits(String... hits) {
    http.replying(200, Bodies.page(hits));
    return (RecordingPage.Hits) ((Outcome.Found<RecordingPage>) search()).value();
  }

  private Outcome<RecordingPage> search() {
    return new MusicBrainzClient(http, URI.create("https://mb.test/ws/2"))
        .search(new RecordingQuery("recording:\"T\""));
  }
}
