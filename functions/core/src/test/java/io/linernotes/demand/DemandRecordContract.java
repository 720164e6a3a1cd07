package io.linernotes.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every record of demand does, in any store. */
public abstract class DemandRecordContract {

  private static final AtomicInteger TESTS = new AtomicInteger();
  private static final int PLACES = 4;

  /** Each test has days of its own, because tests may share a store. */
  private final Instant now =
      Instant.parse("2126-01-01T12:00:00Z").plus(Duration.ofDays(10L * TESTS.incrementAndGet()));

  /** A record with this many places a day. */
  protected abstract DemandRecord demand(int places);

  @Test
  void namesTheMostAskedFirst() {
    DemandRecord demand = demand(PLACES);
    demand.asked(playlist(1), 4, now);
    demand.asked(playlist(2), 4, now);
    demand.asked(playlist(3), 1, now);
    demand.asked(playlist(2), 4, now);

    assertThat(demand.mostAsked(10, now)).containsExactly(playlist(2), playlist(1), playlist(3));
    assertThat(demand.mostAsked(1, now)).containsExactly(playlist(2));
  }

  @Test
  void nothingWasAskedForYet() {
    assertThat(demand(PLACES).mostAsked(10, now)).isEmpty();
  }

  @Test
  void remembersYesterdayButNotTheDayBefore() {
    DemandRecord demand = demand(PLACES);
    demand.asked(playlist(1), 9, now.minus(Duration.ofDays(2)));
    demand.asked(playlist(2), 2, now.minus(Duration.ofDays(1)));
    demand.asked(playlist(2), 2, now);
    demand.asked(playlist(3), 3, now);

    assertThat(demand.mostAsked(10, now)).containsExactly(playlist(2), playlist(3));
  }

  @Test
  void whatIsAskedForOftenFindsAPlaceHoweverLate() {
    DemandRecord demand = demand(PLACES);
    for (int once = 10; once < 40; once++) {
      demand.asked(playlist(once), 1, now);
    }
    for (int again = 0; again < 30; again++) {
      demand.asked(playlist(1), 1, now);
    }

    assertThat(demand.mostAsked(100, now)).hasSize(PLACES).startsWith(playlist(1));
  }

  private static SpotifyId playlist(int number) {
    return new SpotifyId("%022d".formatted(number));
  }
}
