package io.linernotes.service;

import static io.linernotes.service.RunningService.analysis;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.service.RunningService.Reply;
import io.linernotes.simulator.Provider;
import io.linernotes.simulator.ProviderReport;
import io.linernotes.simulator.Simulator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The largest playlists that Spotify allows stay within the limits of Lambda and DynamoDB. */
@ExtendWith(SharedService.class)
class LargePlaylistTest {

  /** Lambda's limit for a response, in bytes, rounded down. */
  private static final int LARGEST_ANSWER = 6_000_000;

  /** DynamoDB's limit for an item, in bytes, rounded down. */
  private static final int LARGEST_ITEM = 400_000;

  private static final int TRACKS = 10_000;
  private static final int SHOWN = 500;
  private static final int MOST_FEATURES_PER_CALL = 100;
  private static final int LEAST_PER_PAGE = 50;

  private final RunningService service;
  private final Simulator simulator;

  LargePlaylistTest(RunningService service) {
    this.service = service;
    this.simulator = service.simulator();
  }

  @Test
  void completesTenThousandTracksThoughItIsPolled() {
    String path =
        analysis(Simulator.generatedPlaylist(TRACKS)) + "?include=audio_features&limit=" + SHOWN;

    service.get(path);
    service.get(path, "Prefer", "wait=15");
    service.awaitQuiet();

    ProviderReport spotify = simulator.report().of(Provider.SPOTIFY);
    List<String> stored = service.stores().keys("spotify:");
    int pages = countOf("spotify:playlist_tracks:", stored);
    assertThat(spotify.calls("GET /playlists/{id}")).isOne();
    assertThat(callsTo(spotify, "GET /playlists/{id}/")).as("each page once").isEqualTo(pages - 1);
    assertThat(callsTo(spotify, "GET /audio-features"))
        .as("at most one for each page, but for those that a poll shows while they arrive")
        .isBetween(TRACKS / MOST_FEATURES_PER_CALL, pages + pagesShown());
    assertThat(countOf("spotify:audio_features:", stored)).isEqualTo(TRACKS);
    assertThat(service.deadLetters()).isZero();
    assertThat(service.stores().largestItem()).isLessThan(LARGEST_ITEM);
    simulator.reset();
    assertIsWarm(path, TRACKS);
  }

  private static int countOf(String prefix, List<String> keys) {
    return (int) keys.stream().filter(key -> key.startsWith(prefix)).count();
  }

  private static int pagesShown() {
    return SHOWN / LEAST_PER_PAGE;
  }

  private static int callsTo(ProviderReport report, String endpoint) {
    return report.callsByEndpoint().entrySet().stream()
        .filter(calls -> calls.getKey().startsWith(endpoint))
        .mapToInt(calls -> calls.getValue())
        .sum();
  }

  @Test
  void showsFiveHundredTracksWithEverythingInOneAnswer() {
    String path = analysis(Simulator.generatedPlaylist(SHOWN)) + "?limit=" + SHOWN;
    service.getWhenQuiet(path);
    simulator.reset();

    JsonNode answer = assertIsWarm(path, 3 * SHOWN + SHOWN / 5);
    assertThat(answer.path("artists")).hasSize(SHOWN / 5);
    assertThat(service.stores().largestItem()).isLessThan(LARGEST_ITEM);
  }

  private JsonNode assertIsWarm(String path, int sections) {
    Reply warm = service.get(path);
    service.awaitQuiet();

    JsonNode answer = warm.json();
    assertThat(warm.status()).isEqualTo(200);
    assertThat(answer.path("status").asText()).isEqualTo("complete");
    assertThat(answer.path("tracks")).hasSize(SHOWN);
    assertThat(answer.at("/progress/total").asInt()).isEqualTo(sections);
    assertThat(answer.at("/progress/percent").asInt()).isEqualTo(100);
    assertThat(warm.response().body().getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(LARGEST_ANSWER);
    assertThat(simulator.report().calls()).isZero();
    return answer;
  }
}
