package io.linernotes.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.service.RunningService.Reply;
import io.linernotes.simulator.Song;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Analyses as files and in the short form, and enrichment of a file's tracks. */
@ExtendWith(SharedService.class)
class FormatsTest {

  private static final String ENRICHMENT = "/v1/tracks/enrichment";
  private static final String[] PATIENT = {"Prefer", "wait=25"};
  private static final String[] CSV_IN = {"Content-Type", "text/csv", "Prefer", "wait=25"};

  private final RunningService service;

  FormatsTest(RunningService service) {
    this.service = service;
  }

  @Test
  void csvOutAndInAgainGivesTheSameAnswer() {
    String tracks =
        Stream.of(service.songs(0, 4)).map(FormatsTest::described).collect(Collectors.joining(","));
    JsonNode first = service.post(ENRICHMENT, "{\"tracks\":[" + tracks + "]}", PATIENT).json();
    String csv =
        service
            .post(ENRICHMENT + ".csv", "{\"tracks\":[" + tracks + "]}", PATIENT)
            .response()
            .body();

    JsonNode again = service.post(ENRICHMENT, csv, CSV_IN).json();

    assertThat(first.path("status").asText()).isEqualTo("complete");
    assertThat(csv.lines()).hasSize(5);
    assertThat(again).isEqualTo(first);
  }

  private static String described(Song song) {
    return "{\"spotify_id\":\"%s\",\"isrc\":\"%s\",\"title\":\"%s\",\"artists\":[\"%s\"],\"duration_ms\":%d}"
        .formatted(
            song.spotifyId(),
            song.isrc(),
            song.title(),
            song.artists().getFirst(),
            song.duration().toMillis());
  }

  @Test
  void theAcceptHeaderChoosesTheFormatOfAPlaylist() {
    String path = "/v1/playlists/" + service.playlistOf(service.songs(0, 3)) + "/analysis";
    service.getWhenQuiet(path);

    Reply csv = service.get(path, "Accept", "text/csv");
    Reply list = service.get(path, "Accept", "audio/x-mpegurl");
    Reply library = service.get(path + ".rekordbox.xml");
    Reply json = service.get(path, "Accept", "application/json, text/csv, */*");

    assertThat(csv.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(csv.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"analysis.csv\"");
    assertThat(csv.response().body().lines()).hasSize(4);
    assertThat(list.response().body()).startsWith("#EXTM3U\n#PLAYLIST:");
    assertThat(library.response().body()).contains("<COLLECTION Entries=\"3\">");
    assertThat(json.json().path("status").asText()).isEqualTo("complete");
    assertThat(
            service.get(path, "Accept", "text/csv", "If-None-Match", csv.header("ETag")).status())
        .isEqualTo(304);
    assertThat(service.get(path, "If-None-Match", csv.header("ETag")).status())
        .as("JSON is another representation")
        .isEqualTo(200);
  }

  @Test
  void aPlaylistThatIsNotThereYetIsAnEmptyFile() {
    String path = "/v1/playlists/" + service.playlistOf(service.songs(0, 1)) + "/analysis.csv";

    Reply pending = service.get(path);

    assertThat(pending.status()).isEqualTo(202);
    assertThat(pending.response().body().lines()).hasSize(1);
    service.awaitQuiet();
  }

  @Test
  void anErrorIsAProblemInEveryFormat() {
    Reply reply = service.get("/v1/playlists/short/analysis.csv");
    Reply body = service.post(ENRICHMENT, "ISRC\nnonsense\n", CSV_IN);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(body.json().path("detail").asText()).contains("Line 2", "ISRC");
  }

  /** Counted with OpenAI's o200k_base, a token of this JSON has 2.4 characters or more. */
  @Test
  void fortyTracksInShortCostLessThanAThousandTokens() {
    String path = "/v1/playlists/" + service.playlistOf(service.songs(0, 40)) + "/analysis";
    service.getWhenQuiet(path);

    Reply reply = service.get(path + "?view=mix");

    JsonNode mixes = reply.json().path("mixes");
    assertThat(reply.response().body().length()).isLessThan(2_400);
    for (String column : new String[] {"titles", "bpm", "camelot", "energy"}) {
      assertThat(mixes.path(column).size()).as(column).isEqualTo(40);
    }
    JsonNode full = service.get(path).json();
    assertThat(IntStream.range(0, 40).mapToObj(i -> mixes.path("camelot").path(i).asText()))
        .containsExactlyElementsOf(Answers.ofTracks(full, "/mix/camelot"));
  }
}
