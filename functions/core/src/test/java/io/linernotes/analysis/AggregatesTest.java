package io.linernotes.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.planning.TrackPlan;
import io.linernotes.track.Songs;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregatesTest {

  @Test
  void similarTracksAreNotAmongTheTracksByWhateverName() {
    TrackPlan plan =
        new TrackPlan(
            Songs.comeTogether(),
            null,
            hit(
                lastfm(
                    "The Beatles",
                    "Come Together",
                    new LastfmTrack.Similar("The Beatles", "Come Together", 1.0),
                    new LastfmTrack.Similar("THE BEATLES", "Come together - Remastered 2009", 0.9),
                    new LastfmTrack.Similar("The Beatles", "Something", 0.8))),
            null);

    Aggregates aggregates = Aggregates.of(List.of(plan), List.of(), List.of());

    assertThat(aggregates.similarTracks())
        .extracting(Aggregates.SimilarTrack::name)
        .containsExactly("Something");
  }

  private static SectionState<LastfmTrack> hit(LastfmTrack track) {
    return new SectionState<>(Status.HIT, track, Instant.EPOCH, null, false);
  }

  private static LastfmTrack lastfm(String artist, String title, LastfmTrack.Similar... similar) {
    return new LastfmTrack(
        artist, title, true, List.of(), null, null, null, null, null, null, null, List.of(similar));
  }
}
