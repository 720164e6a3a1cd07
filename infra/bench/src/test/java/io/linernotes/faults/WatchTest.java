package io.linernotes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {

  @Test
  void anAnswerIsHealedWhenNothingIsOnItsWay() throws IOException {
    assertThat(answer(200, "hit", "miss").isHealed()).isTrue();
    assertThat(answer(200, "hit", "unsupported").isHealed()).isTrue();
    for (String unfinished : new String[] {"pending", "stale", "throttled", "unavailable"}) {
      assertThat(answer(200, "hit", unfinished).isHealed()).as(unfinished).isFalse();
    }
    assertThat(answer(202, "hit", "hit").isHealed()).isFalse();
    assertThat(Answer.none(Duration.ZERO).isHealed()).isFalse();
  }

  @Test
  void onlyATableThatIsGoneMayFailARequest() throws IOException {
    assertThat(answer(503, "hit", "hit").isFailed()).isFalse();
    assertThat(answer(500, "hit", "hit").isFailed()).isTrue();
    assertThat(Answer.none(Duration.ZERO).isFailed()).isTrue();
    assertThat(answer(404, "hit", "hit").isFailed()).isFalse();
  }

  @Test
  void aRowNamesEachPromiseThatItBreaks() {
    Duration minute = Duration.ofSeconds(60);
    Optional<Duration> soon = Optional.of(Duration.ofSeconds(3));

    assertThat(new Row("kept", 9, 0, 0, 0, 5, 0, 0, 0, soon, minute).broken()).isEmpty();
    assertThat(new Row("all", 9, 1, 2, 3, 5, 4, 5, 0, Optional.empty(), minute).broken())
        .containsExactly(
            "1 lost",
            "2 wrong misses",
            "3 breaches",
            "4 answers later than 2 s",
            "5 failed requests",
            "not healed within 60 s");
    assertThat(
            new Row("late", 9, 0, 0, 0, 5, 0, 0, 0, Optional.of(minute.plusSeconds(1)), minute)
                .broken())
        .containsExactly("not healed within 60 s");
  }

  @Test
  void rowsOfOneFaultAddUp() {
    Row one = row(Optional.of(Duration.ofSeconds(1)));
    Row other = row(Optional.of(Duration.ofSeconds(2)));

    assertThat(one.and(other).sections()).isEqualTo(18);
    assertThat(one.and(other).healed()).hasValue(Duration.ofSeconds(2));
    assertThat(other.and(one).healed()).hasValue(Duration.ofSeconds(2));
    assertThat(one.and(row(Optional.empty())).healed()).isEmpty();
  }

  private static Row row(Optional<Duration> healed) {
    return new Row("fault", 9, 0, 0, 0, 5, 0, 0, 0, healed, Duration.ofSeconds(60));
  }

  private static Answer answer(int status, String deezer, String lastfm) throws IOException {
    JsonNode body =
        new ObjectMapper()
            .readTree(
                "{\"tracks\":[{\"position\":0,\"deezer\":{\"status\":\"%s\"},\"lastfm\":{\"status\":\"%s\"}}]}"
                    .formatted(deezer, lastfm));
    return new Answer(status, body, Duration.ZERO);
  }
}
