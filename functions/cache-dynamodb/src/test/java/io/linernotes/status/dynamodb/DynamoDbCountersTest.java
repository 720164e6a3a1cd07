package io.linernotes.status.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.dynamodb.LocalDynamoDb;
import io.linernotes.remote.Calls;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DynamoDbCountersTest {

  private static final DynamoDbCounters COUNTERS =
      DynamoDbCounters.from(LocalDynamoDb.withTable("counters"));

  @Test
  void countsByDayAndByMinute() {
    Instant now = Instant.parse("2126-11-01T12:00:59.999Z");
    COUNTERS.add(now, Map.of("calls_deezer", 2L, "hit_deezer", 70L));
    COUNTERS.add(now.plus(Duration.ofHours(1)), Map.of("calls_deezer", 3L));

    assertThat(COUNTERS.ofDay(now)).isEqualTo(Map.of("calls_deezer", 5L, "hit_deezer", 70L));
    assertThat(COUNTERS.ofLastMinute(now.plusMillis(1)))
        .isEqualTo(Map.of("calls_deezer", 2L, "hit_deezer", 70L));
    assertThat(COUNTERS.ofLastMinute(now)).isEmpty();
    assertThat(COUNTERS.ofDay(now.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void losesNoCountOfThoseAddedAtTheSameTime() {
    Instant now = Instant.parse("2126-12-01T12:00:00Z");

    Calls.<Integer, Integer>inParallel(
        IntStream.range(0, 40).boxed().toList(),
        8,
        each -> {
          COUNTERS.add(now, Map.of("calls_lastfm", 1L));
          return each;
        });

    assertThat(COUNTERS.ofDay(now)).containsEntry("calls_lastfm", 40L);
  }

  @Test
  void addsNothing() {
    COUNTERS.add(Instant.parse("2127-01-01T12:00:00Z"), Map.of());

    assertThat(COUNTERS.ofDay(Instant.parse("2127-01-01T12:00:00Z"))).isEmpty();
  }
}
