package io.linernotes.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.linernotes.cache.Entry;
import io.linernotes.cache.EveryKind;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers, logs and metrics that the handler adds to the routes' answers. */
class ApiHandlerTest {

  private static final SpotifyId PLAYLIST = EveryKind.PLAYLIST.id();
  private static final SpotifyId TRACK = new SpotifyId("2EqlS6tkEnglzr7tkKAAYD");
  private static final String ANALYSIS = "/v1/playlists/{playlist_id}/analysis";
  private static final String ONE_TRACK = "/v1/tracks/{track_id}";

  private final InMemoryApi api = new InMemoryApi();

  @Test
  void countsTheSectionsOfEveryRouteThatShowsThem() {
    api.cache.with(Entry.found(EnrichmentKeys.track(TRACK), EveryKind.TRACK, now()));
    api.cache.with(
        Entry.found(EnrichmentKeys.deezer(EveryKind.TRACK), EveryKind.DEEZER_TRACK, now()));

    api.get(ONE_TRACK, Map.of("track_id", TRACK.value()), Map.of("include", "deezer"));
    assertThat(api.counts).isEqualTo(Map.of("answered_deezer_hit", 1L));

    enrich("{\"tracks\":[{\"isrc\":\"GBAYE0601690\"}],\"include\":[\"lastfm\",\"deezer\"]}");
    assertThat(api.counts).containsEntry("answered_deezer_pending", 1L);

    api.get("/v1/artists/{name+}", Map.of("name", "Björk"), Map.of());
    api.get("/v1/status", Map.of(), Map.of());
    assertThat(api.counts).doesNotContainKey("answered_artists_pending");
  }

  @Test
  void countsOnceForALongPoll() {
    api.answer(
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("POST")
            .withResource("/v1/tracks/enrichment")
            .withHeaders(Map.of("Prefer", "wait=5"))
            .withBody("{\"tracks\":[{\"isrc\":\"GBAYE0601690\"}],\"include\":[\"deezer\"]}"));

    assertThat(api.counts).isEqualTo(Map.of("answered_deezer_pending", 1L));
  }

  @Test
  void measuresWhatTheCacheHeld() {
    api.cache.with(Entry.found(PlaylistKeys.playlist(PLAYLIST), EveryKind.PLAYLIST, now()));

    api.get(ANALYSIS, Map.of("playlist_id", PLAYLIST.value()), Map.of());

    assertThat(api.metrics.values().get("Kind=playlist")).containsEntry("Hits COUNT", List.of(1.0));
    assertThat(api.demand.mostAsked(1, now())).containsExactly(PLAYLIST);
  }

  @Test
  void aRouteThatDoesNotExistIsNotFound() {
    APIGatewayProxyResponseEvent answer = api.get("/v1/covers", Map.of(), Map.of());

    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/problem+json");
    assertThat(answer.getBody()).contains("/openapi.json");
  }

  @Test
  void aPathWithOtherMethodsSaysWhich() {
    APIGatewayProxyResponseEvent answer =
        api.answer(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod("PUT")
                .withResource("/v1/cache/{key+}"));

    assertThat(answer.getStatusCode()).isEqualTo(405);
    assertThat(answer.getHeaders()).containsEntry("Allow", "GET, DELETE");
    assertThat(answer.getBody()).contains("use GET, DELETE");
  }

  @Test
  void tellsTheAgeOfTheOldestRecord() {
    api.cache.with(Entry.found(EnrichmentKeys.track(TRACK), EveryKind.TRACK, now()));
    api.cache.with(
        Entry.found(EnrichmentKeys.deezer(EveryKind.TRACK), EveryKind.DEEZER_TRACK, now()));
    api.clock.advance(Duration.ofSeconds(90));
    api.cache.with(
        Entry.found(
            EnrichmentKeys.lastfm(EveryKind.TRACK).orElseThrow(), EveryKind.LASTFM_TRACK, now()));

    APIGatewayProxyResponseEvent answer =
        api.get(ONE_TRACK, Map.of("track_id", TRACK.value()), Map.of("include", "deezer,lastfm"));

    assertThat(answer.getHeaders()).containsEntry("Age", "90");
    assertThat(answer.getBody()).contains("fetched_at").doesNotContain("age_seconds");
  }

  @Test
  void aPollThatFindsNothingNewIsNotSentTheAnswerAgain() {
    APIGatewayProxyRequestEvent poll =
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("GET")
            .withResource(ANALYSIS)
            .withPathParameters(Map.of("playlist_id", PLAYLIST.value()));
    APIGatewayProxyResponseEvent first = api.answer(poll);
    poll.setHeaders(Map.of("If-None-Match", first.getHeaders().get("ETag")));
    APIGatewayProxyResponseEvent again = api.answer(poll);

    assertThat(first.getStatusCode()).isEqualTo(202);
    assertThat(again.getStatusCode()).isEqualTo(304);
    assertThat(again.getBody()).isEmpty();
    assertThat(again.getHeaders())
        .containsEntry("Retry-After", "1")
        .doesNotContainKey("Content-Type");
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example, https://app.example",
    "http://localhost:3000, http://localhost:3000",
    "https://evil.example,",
    "https://app.example.evil.example,",
    "null,",
  })
  void aPageOfAnAllowedOriginMayReadAnswersAndErrors(String origin, @Nullable String allowed) {
    for (String route : new String[] {"/openapi.json", "/v1/covers"}) {
      APIGatewayProxyResponseEvent answer =
          api.answer(
              new APIGatewayProxyRequestEvent()
                  .withHttpMethod("GET")
                  .withResource(route)
                  .withHeaders(Map.of("origin", origin)));

      assertThat(answer.getHeaders().get("Access-Control-Allow-Origin")).isEqualTo(allowed);
      assertThat(answer.getHeaders().get("Vary")).contains("Origin");
      assertThat(answer.getHeaders()).doesNotContainKey("Access-Control-Allow-Credentials");
    }
  }

  private void enrich(String body) {
    api.answer(
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("POST")
            .withResource("/v1/tracks/enrichment")
            .withBody(body));
  }

  private Instant now() {
    return api.clock.instant();
  }
}
