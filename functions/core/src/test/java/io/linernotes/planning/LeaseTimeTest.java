package io.linernotes.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.task.QueueDepths.Depth;
import io.linernotes.task.Task;
import io.linernotes.track.Songs;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeaseTimeTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Map<Provider, Quota> QUOTAS =
      Map.of(
          Provider.LASTFM, Quota.parse("25/5"),
          Provider.DEEZER, Quota.parse("50/5"),
          Provider.MUSICBRAINZ, Quota.parse("1/1"));
  private static final Task LASTFM = new Task.FetchLastfmTrack("Björk", "Jóga");

  @Test
  void outlastsTheReceivesOfAFailingMessageEvenIfNothingWaits() {
    assertThat(LeaseTime.ofEmptyQueues().of(LASTFM, 1, NOW)).isEqualTo(LeaseTime.SHORTEST);
  }

  @Test
  void outlastsABacklogOfHours() {
    LeaseTime leases =
        new LeaseTime(() -> Map.of(Provider.LASTFM, new Depth(10_000, 8, 0, 0)), QUOTAS);

    Duration tenThousandTracksAtTwoCalls = Duration.ofSeconds(20_000 / 5);

    assertThat(leases.of(LASTFM, 1, NOW))
        .isGreaterThan(tenThousandTracksAtTwoCalls.plus(LeaseTime.SHORTEST));
  }

  @Test
  void countsWhatIsSentAlong() {
    LeaseTime leases = new LeaseTime(Map::of, QUOTAS);

    assertThat(leases.of(LASTFM, 10_000, NOW)).isGreaterThan(leases.of(LASTFM, 1, NOW));
  }

  @Test
  void coversBothLinksOfAChain() {
    LeaseTime leases =
        new LeaseTime(
            () ->
                Map.of(
                    Provider.MUSICBRAINZ, new Depth(100, 0, 0, 0),
                    Provider.DEEZER, new Depth(100_000, 0, 0, 0)),
            QUOTAS);

    assertThat(leases.of(new Task.FindIsrc(Songs.teardrop()), 1, NOW))
        .isGreaterThan(Duration.ofHours(5));
  }

  @Test
  void neverLastsLongerThanADay() {
    LeaseTime leases =
        new LeaseTime(() -> Map.of(Provider.LASTFM, new Depth(1_000_000, 0, 0, 0)), QUOTAS);

    assertThat(leases.of(LASTFM, 1, NOW)).isEqualTo(LeaseTime.LONGEST);
  }

  @Test
  void looksAtTheQueuesOnceForAllTasksOfARequest() {
    AtomicInteger looks = new AtomicInteger();
    LeaseTime leases =
        new LeaseTime(
            () -> {
              looks.incrementAndGet();
              return Map.of();
            },
            QUOTAS);

    for (int i = 0; i < 500; i++) {
      leases.of(LASTFM, 500, NOW.plusMillis(i));
    }

    assertThat(looks).hasValue(1);
  }
}
