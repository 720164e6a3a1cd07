package io.linernotes.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.planning.TrackPlan;
import io.linernotes.track.Songs;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  @Test
  void tempoIsDeezersOrTheFeaturesAndAnImplausibleOneDoesNotCount() {
    Aggregates aggregates =
        Aggregates.of(
            List.of(
                plan(deezer(120.0), null),
                plan(deezer(null), features(140.0, 9, 0)),
                plan(deezer(300.0), null)),
            List.of(),
            List.of());

    assertThat(aggregates.bpm()).isEqualTo(new Statistics(130, 120, 140, 2));
  }

  @Test
  void keysAreCountedCommonestFirstThenByPlaceOnTheWheel() {
    Aggregates aggregates =
        Aggregates.of(
            List.of(
                plan(null, features(null, 0, 1)),
                plan(null, features(null, 9, 0)),
                plan(null, features(null, 7, 1)),
                plan(null, features(null, 7, 1)),
                plan(null, features(null, -1, 1))),
            List.of(),
            List.of());

    assertThat(aggregates.keys())
        .extracting(each -> each.key().camelot() + " " + each.count())
        .containsExactly("9B 2", "8A 1", "8B 1");
  }

  private static TrackPlan plan(@Nullable DeezerTrack deezer, @Nullable AudioFeatures features) {
    return new TrackPlan(
        Songs.comeTogether(),
        deezer == null ? null : hit(deezer),
        null,
        features == null ? null : hit(features));
  }

  private static DeezerTrack deezer(@Nullable Double bpm) {
    return new DeezerTrack(1L, null, null, null, null, bpm, null, null, null, "deezer", null);
  }

  private static AudioFeatures features(@Nullable Double tempo, int key, int mode) {
    return new AudioFeatures(
        null, null, null, null, null, null, null, null, tempo, key, mode, null, "reccobeats");
  }

  private static <T> SectionState<T> hit(T data) {
    return new SectionState<>(Status.HIT, data, Instant.EPOCH, null, false);
  }

  private static LastfmTrack lastfm(String artist, String title, LastfmTrack.Similar... similar) {
    return new LastfmTrack(
        artist, title, true, List.of(), null, null, null, null, null, null, null, List.of(similar));
  }
}
