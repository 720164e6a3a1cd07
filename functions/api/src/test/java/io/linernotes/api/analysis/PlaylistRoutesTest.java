package io.linernotes.api.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.analysis.PlaylistAnswer;
import io.linernotes.api.exchange.Answer;
import io.linernotes.observability.RecordedMetrics;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers for outcomes of a playlist request without tracks. */
class PlaylistRoutesTest {

  private static final PlaylistAnswer FETCHING = new PlaylistAnswer.NotHereYet(null);
  private static final PlaylistAnswer REFUSED = new PlaylistAnswer.NotHereYet(Duration.ofHours(1));
  private static final PlaylistAnswer UNKNOWN = new PlaylistAnswer.Unknown();
  private static final PlaylistAnswer FORBIDDEN = new PlaylistAnswer.Forbidden();

  @Test
  void aPlaylistThatIsBeingFetchedIsPending() {
    Answer answer = answer(FETCHING);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.headers()).containsEntry("Retry-After", "1");
    assertThat(FETCHING.onItsWay()).isTrue();
  }

  @Test
  void aPlaylistThatACooldownKeepsBackSaysForHowLong() {
    Answer answer = answer(REFUSED);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("Retry-After", "3600");
    assertThat(REFUSED.onItsWay()).isFalse();
  }

  @Test
  void anUnknownAndAForbiddenPlaylistAreProblems() {
    assertThat(answer(UNKNOWN).status()).isEqualTo(404);
    assertThat(answer(FORBIDDEN).status()).isEqualTo(403);
  }

  @Test
  void countsAPlaylistThatIsNotHereYetOnceItIsAskedFor() {
    RecordedMetrics metrics = new RecordedMetrics();

    answer(FETCHING).lookups().measure(metrics);
    answer(UNKNOWN).lookups().measure(metrics);
    answer(REFUSED).lookups().measure(metrics);

    assertThat(metrics.values().get("Kind=playlist"))
        .containsEntry("Pending COUNT", List.of(1.0, 0.0, 0.0))
        .containsEntry("Misses COUNT", List.of(0.0, 1.0, 0.0))
        .containsEntry("Hits COUNT", List.of(0.0, 0.0, 0.0));
  }

  private static Answer answer(PlaylistAnswer found) {
    return PlaylistRoutes.answer(
        found, new SpotifyId("37i9dQZF1DXcBWIGoYBM5M"), _ -> "analysis", _ -> "not here yet");
  }
}
