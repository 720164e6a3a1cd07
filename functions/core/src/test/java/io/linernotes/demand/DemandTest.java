package io.linernotes.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.linernotes.track.SpotifyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DemandTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final SpotifyId PLAYLIST = new SpotifyId("%022d".formatted(1));

  @Test
  void recordsAQuarterOfTheRequestsAtFourTimesTheWeight() {
    List<Integer> weights = new ArrayList<>();
    Demand demand = new Demand(recordingInto(weights), 0.25, new Random(1));

    for (int request = 0; request < 10_000; request++) {
      demand.asked(PLAYLIST, NOW);
    }

    assertThat(weights).containsOnly(4);
    assertThat(weights.size()).isBetween(2_300, 2_700);
  }

  @Test
  void recordsEveryRequestIfToldTo() {
    List<Integer> weights = new ArrayList<>();

    new Demand(recordingInto(weights), 1, new Random(1)).asked(PLAYLIST, NOW);

    assertThat(weights).containsExactly(1);
  }

  @Test
  void refusesAShareThatIsNone() {
    for (double share : new double[] {0, -1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Demand(new InMemoryDemandRecord(), share, new Random(1)));
    }
  }

  private static DemandRecord recordingInto(List<Integer> weights) {
    return new DemandRecord() {
      @Override
      public void asked(SpotifyId playlist, int weight, Instant now) {
        weights.add(weight);
      }

      @Override
      public List<SpotifyId> mostAsked(int most, Instant now) {
        return List.of();
      }
    };
  }
}
