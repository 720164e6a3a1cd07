package io.linernotes.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.track.Artist;
import io.linernotes.track.Track;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackPlanTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "1991-11-18, 2011-10-31, 1991",
        "2011-10-31, 1991-11-18, 1991",
        "1991, -, 1991",
        "-, 2011-10-31, 2011",
        "0000, 2011-10-31, 2011",
        "0000, -, -",
        "-, -, -",
        "1991, 0203-01-01, 1991",
      })
  void theEarliestYearIsThatOfWhicheverReleaseCameFirst(
      @Nullable String spotify, @Nullable LocalDate deezer, @Nullable Integer earliest) {
    Track track =
        new Track(null, null, "One", List.of(Artist.named("U2")), null, null, spotify, null, null);

    assertThat(new TrackPlan(track, released(deezer), null, null).earliestYear())
        .isEqualTo(earliest);
  }

  private static SectionState<DeezerTrack> released(@Nullable LocalDate date) {
    DeezerTrack track =
        new DeezerTrack(1L, null, null, null, null, null, null, null, date, "deezer", null);
    return new SectionState<>(Status.HIT, track, Instant.EPOCH, null, false);
  }
}
