package io.linernotes.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.linernotes.service.RunningService.Reply;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid requests get an error that says why, and send no tasks. */
@ExtendWith(SharedService.class)
class BadInputTest {

  private static final String ANALYSIS = "/v1/playlists/generated0000000000010/analysis";
  private static final String ENRICHMENT = "/v1/tracks/enrichment";

  private final RunningService service;

  BadInputTest(RunningService service) {
    this.service = service;
  }

  @AfterEach
  void nothingWasSetInMotion() {
    assertThat(service.isQuiet()).isTrue();
    assertThat(service.simulator().report().calls()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/playlists/short/analysis, playlist_id",
    "/v1/playlists/37i9dQZF1DXcBWIGoYBM5M0/analysis, playlist_id",
    "/v1/playlists/37i9dQZF1DXcBWIGoYBM5%2F/analysis, playlist_id",
    "/v1/playlists/spotify%3Aplaylist%3A37i9dQZF1DXcBWIGoYBM5M/analysis, playlist_id",
    "/v1/playlists/%F0%9F%8E%B5/analysis, playlist_id",
  })
  void refusesAMalformedId(String path, String field) {
    assertRefused(service.get(path), 400, field);
  }

  @ParameterizedTest
  @CsvSource({
    "include=, include",
    "include=%20, include",
    "'include=,', include",
    "'include=deezer,,lastfm', include",
    "'include=deezer,nonsense', include",
    "include=DEEZER%00, include",
    "offset=-1, offset",
    "offset=20001, offset",
    "offset=99999999999999999999, offset",
    "offset=ten, offset",
    "offset=1.5, offset",
    "offset=, offset",
    "limit=0, limit",
    "limit=-5, limit",
    "limit=501, limit",
    "limit=2147483648, limit",
    "limit=1e2, limit",
    "limit=%D9%A3, limit",
  })
  void refusesAMalformedQuery(String query, String field) {
    assertRefused(service.get(ANALYSIS + "?" + query), 400, field);
  }

  @ParameterizedTest
  @MethodSource
  void refusesAMalformedBody(String body, String field) {
    assertRefused(service.post(ENRICHMENT, body), 400, field);
  }

  static Stream<Arguments> refusesAMalformedBody() {
    return Stream.of(
        arguments("", "body"),
        arguments("no json", "body"),
        arguments("{\"tracks\":[{\"isrc\":\"GBAYE6900477\"}]", "body"),
        arguments("[]", "body"),
        arguments("\"tracks\"", "body"),
        arguments("[".repeat(5_000), "body"),
        arguments("{}", "tracks"),
        arguments("{\"tracks\":[]}", "tracks"),
        arguments("{\"tracks\":null}", "tracks"),
        arguments("{\"tracks\":{\"isrc\":\"GBAYE6900477\"}}", "tracks"),
        arguments(tracks(501), "body"),
        arguments("{\"tracks\":[null]}", "tracks[0]"),
        arguments("{\"tracks\":[\"GBAYE6900477\"]}", "tracks[0]"),
        arguments("{\"tracks\":[{\"isrc\":\"GBAYE6900477\"},{}]}", "tracks[1]"),
        arguments("{\"tracks\":[{\"title\":\"Jóga\"}]}", "tracks[0]"),
        arguments("{\"tracks\":[{\"title\":\"Jóga\",\"artists\":[]}]}", "tracks[0]"),
        arguments("{\"tracks\":[{\"title\":\" \",\"artists\":[\"Björk\"]}]}", "tracks[0]"),
        arguments("{\"tracks\":[{\"artists\":[\"Björk\"]}]}", "tracks[0]"),
        arguments("{\"tracks\":[{\"title\":1,\"artists\":[\"Björk\"]}]}", "tracks[0].title"),
        arguments("{\"tracks\":[{\"title\":\"Jóga\",\"artists\":\"Björk\"}]}", "tracks[0].artists"),
        arguments("{\"tracks\":[{\"title\":\"Jóga\",\"artists\":[\"\"]}]}", "tracks[0].artists[0]"),
        arguments(
            "{\"tracks\":[{\"title\":\"Jóga\",\"artists\":[{\"name\":\"Björk\"}]}]}",
            "tracks[0].artists[0]"),
        arguments(
            "{\"tracks\":[{\"title\":\"" + "x".repeat(1_001) + "\",\"artists\":[\"Björk\"]}]}",
            "tracks[0].title"),
        arguments("{\"tracks\":[{\"isrc\":\"GBAYE69\"}]}", "tracks[0].isrc"),
        arguments("{\"tracks\":[{\"isrc\":42}]}", "tracks[0].isrc"),
        arguments("{\"tracks\":[{\"isrc\":\" GBAYE6900477\"}]}", "tracks[0].isrc"),
        arguments(
            "{\"tracks\":[{\"isrc\":\"GBAYE6900477\",\"spotify_id\":\"\"}]}",
            "tracks[0].spotify_id"),
        arguments(
            "{\"tracks\":[{\"isrc\":\"\",\"title\":\"Jóga\",\"artists\":[\"Björk\"]}]}",
            "tracks[0].isrc"),
        arguments("{\"tracks\":[{\"spotify_id\":\"spotify:track:x\"}]}", "tracks[0].spotify_id"),
        arguments(
            "{\"tracks\":[{\"isrc\":\"GBAYE6900477\",\"duration_ms\":-1}]}",
            "tracks[0].duration_ms"),
        arguments(
            "{\"tracks\":[{\"isrc\":\"GBAYE6900477\",\"duration_ms\":\"180000\"}]}",
            "tracks[0].duration_ms"),
        arguments(
            "{\"tracks\":[{\"isrc\":\"GBAYE6900477\",\"duration_ms\":1e99}]}",
            "tracks[0].duration_ms"),
        arguments("{\"tracks\":[{\"isrc\":\"GBAYE6900477\"}],\"include\":\"deezer\"}", "include"),
        arguments("{\"tracks\":[{\"isrc\":\"GBAYE6900477\"}],\"include\":[]}", "include"),
        arguments("{\"tracks\":[{\"isrc\":\"GBAYE6900477\"}],\"include\":[null]}", "include"),
        arguments("{\"tracks\":[{\"isrc\":\"GBAYE6900477\"}],\"include\":[\"bpm\"]}", "include"));
  }

  private static String tracks(int count) {
    return IntStream.range(0, count)
        .mapToObj("{\"isrc\":\"ZZGEN%07d\"}"::formatted)
        .collect(Collectors.joining(",", "{\"tracks\":[", "]}"));
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    assertRefused(
        service.post(ENRICHMENT, "{\"tracks\":\"" + "x".repeat(1024 * 1024) + "\"}"), 413, "body");
  }

  @Test
  void refusesWhoeverHasNoKey() {
    assertRefused(service.getWithoutKey(ANALYSIS), 403, "x-api-key");
    assertRefused(service.getWithoutKey(ANALYSIS, "x-api-key", "guess"), 403, "x-api-key");
  }

  @Test
  void knowsNoOtherRoutes() {
    List<Reply> replies = List.of(service.get("/v1/nowhere"), service.get("/v2/status"));
    for (Reply reply : replies) {
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(reply.json().path("detail").asText()).contains("/openapi.json");
    }
  }

  @Test
  void tellsTheMethodsOfAPathThatHasOthers() {
    Reply reply = service.post(ANALYSIS, "{}");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("GET");
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(service.get(ENRICHMENT).header("Allow")).isEqualTo("POST");
  }

  @ParameterizedTest
  @ValueSource(ints = {2_049, 8_000})
  void refusesAKeyThatNoEntryCanHave(int length) {
    String path = "/v1/cache/" + "x".repeat(length);

    assertThat(service.get(path, "x-api-key", "local-admin").status()).isEqualTo(400);
    assertThat(service.delete(path, "x-api-key", "local-admin").status()).isEqualTo(400);
  }

  private static void assertRefused(Reply reply, int status, String field) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    assertThat(reply.json().path("title").asText()).isNotBlank();
    assertThat(reply.json().path("field").asText()).isEqualTo(field);
    assertThat(reply.json().path("detail").asText()).hasSizeBetween(30, 300).endsWith(".");
  }
}
