package io.linernotes.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.linernotes.cache.Entry;
import io.linernotes.cache.EveryKind;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.track.SpotifyId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the handler adds to the routes' answers. */
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

  private void enrich(String body) {
    api.answer(
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("POST")
            .withResource("/v1/tracks/enrichment")
            .withBody(body));
  }

  private java.time.Instant now() {
    return api.clock.instant();
  }
}
