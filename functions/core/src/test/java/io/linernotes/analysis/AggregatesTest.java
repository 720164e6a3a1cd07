package io.linernotes.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.analysis.Aggregates.TagCount;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.planning.TrackPlan;
import io.linernotes.track.Songs;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void countsATagOnceATrackHoweverItIsSpelt() {
    Aggregates aggregates =
        aggregates(
            tagged("drum and bass", "Drum n Bass", "dnb", "MySpotigramBot"),
            tagged("Drum & Bass", "-1001819731063", "Hip Hop"),
            tagged("DnB", "hip-hop", "seen live"),
            tagged("hip-hop", "Techno"));

    assertThat(aggregates.crowdTags())
        .containsExactly(
            new TagCount("drum and bass", 3),
            new TagCount("hip-hop", 3),
            new TagCount("techno", 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Beatles     | Come Together           |true",
        "THE BEATLES | Come together (Remastered 2009)|true",
        "The Beatles | Come Together - Mono    |true",
        "The Beatles | Come Together (Live)    |false",
        "Aerosmith   | Come Together           |false",
      })
  void neverRecommendsWhatThePlaylistHoldsUnderAnotherSpelling(
      String artist, String title, boolean held) {
    Aggregates aggregates =
        aggregates(lastfm("Somebody", "Something", new LastfmTrack.Similar(artist, title, 0.5)));

    assertThat(aggregates.similarTracks()).hasSize(held ? 0 : 1);
  }

  @Test
  void recommendsATrackOnceHoweverItIsSpelt() {
    Aggregates aggregates =
        aggregates(
            lastfm(
                "Somebody",
                "Something",
                new LastfmTrack.Similar("Björk", "Hyperballad", 0.9),
                new LastfmTrack.Similar("Bjork", "Hyper-Ballad", 0.8),
                new LastfmTrack.Similar("Björk", "Jóga", 0.7)));

    assertThat(aggregates.similarTracks())
        .extracting(Aggregates.SimilarTrack::name)
        .containsExactly("Hyperballad", "Jóga");
  }

  @Test
  void goesOnToTheNextBestWhereThePlaylistHoldsTheBest() {
    LastfmTrack.Similar[] held = new LastfmTrack.Similar[100];
    LastfmTrack[] known = new LastfmTrack[100];
    for (int i = 0; i < held.length; i++) {
      held[i] = new LastfmTrack.Similar("Artist", "Number " + i + " - Remastered", 1.0);
      known[i] = lastfm("Artist", "Number " + i);
    }
    known[0] = lastfm("Artist", "Number 0", held);
    known[1] = lastfm("Artist", "Number 1", new LastfmTrack.Similar("Artist", "Number 1000", 0.01));

    assertThat(aggregates(known).similarTracks())
        .extracting(Aggregates.SimilarTrack::name)
        .containsExactly("Number 1000");
  }

  private static Aggregates aggregates(LastfmTrack... tracks) {
    List<TrackPlan> plans =
        Stream.of(tracks)
            .map(track -> new TrackPlan(Songs.comeTogether(), null, hit(track), null))
            .toList();
    return Aggregates.of(plans, List.of(), List.of());
  }

  private static LastfmTrack tagged(String... tags) {
    return new LastfmTrack(
        "a", "t", false, false, List.of(tags), null, null, null, null, null, null, null, List.of());
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
        artist,
        title,
        true,
        false,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(similar));
  }
}
