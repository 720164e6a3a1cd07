package io.linernotes.mixing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

class SetOrderTest {

  /** A thousand playlists, told apart by their seed. */
  static LongStream seeds() {
    return LongStream.range(0, 1_000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void mixesBetterThanTheGivenOrderAndThanGreedyNearestNeighbour(long seed) {
    List<SetTrack> tracks = RandomPlaylist.of(seed);
    Arc arc = Arc.values()[(int) (seed % Arc.values().length)];

    SetOrder smoothest = order(tracks, null);
    SetOrder along = order(tracks, arc);

    double given = mean(tracks, IntStream.range(0, tracks.size()).boxed().toList());
    double greedy = mean(tracks, greedy(tracks));
    for (SetOrder order : List.of(smoothest, along)) {
      assertThat(order.positions())
          .hasSize(tracks.size())
          .doesNotHaveDuplicates()
          .allMatch(position -> position >= 0 && position < tracks.size());
      assertThat(order.score()).isCloseTo(mean(tracks, order.positions()), within(1e-9));
      assertThat(order.givenScore()).isCloseTo(given, within(1e-9));
      assertThat(order.score()).isGreaterThan(given).isGreaterThan(greedy);
      assertThat(order.transitions()).noneMatch(Transition::sameArtist);
    }
    assertThat(order(tracks, arc)).as("the same request, the same order").isEqualTo(along);
  }

  @ParameterizedTest
  @EnumSource(Arc.class)
  void energyFollowsTheArc(Arc arc) {
    double fit = 0;
    for (long seed = 0; seed < 100; seed++) {
      List<SetTrack> tracks = RandomPlaylist.of(new Random(seed), 40);
      fit += requireNonNull(order(tracks, arc).arcFit());
    }

    assertThat(fit / 100).isGreaterThan(0.35);
  }

  @ParameterizedTest
  @EnumSource(Arc.class)
  void followsTheArcCloselyWhereNothingElseMatters(Arc arc) {
    List<SetTrack> tracks = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      tracks.add(track("artist " + i, 0.4 + i / 100.0));
    }
    Collections.shuffle(tracks, new Random(7));

    assertThat(order(tracks, arc).arcFit()).isGreaterThan(0.7);
  }

  @Test
  void arcsHaveTheirShapes() {
    assertThat(IntStream.rangeClosed(0, 4).mapToDouble(i -> Arc.BUILD.target(i / 4.0)))
        .containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
    assertThat(IntStream.rangeClosed(0, 4).mapToDouble(i -> Arc.CHILL.target(i / 4.0)))
        .containsExactly(1.0, 0.75, 0.5, 0.25, 0.0);
    assertThat(IntStream.rangeClosed(0, 4).mapToDouble(i -> Arc.WAVE.target(i / 4.0)))
        .containsExactly(0.0, 1.0, 0.0, 1.0, 0.0);
    assertThat(Arc.PEAK.target(0)).isZero();
    assertThat(Arc.PEAK.target(0.7)).isEqualTo(1);
    assertThat(Arc.PEAK.target(1)).isZero();
  }

  @ParameterizedTest
  @NullSource
  @EnumSource(Arc.class)
  void startsAndEndsWhereItIsTold(@Nullable Arc arc) {
    for (long seed = 0; seed < 50; seed++) {
      List<SetTrack> tracks = RandomPlaylist.of(seed);
      int last = tracks.size() - 1;

      SetOrder order = SetOrder.of(new OrderRequest(tracks, arc, last, 2));

      assertThat(order.positions()).hasSize(tracks.size()).doesNotHaveDuplicates();
      assertThat(order.positions().getFirst()).isEqualTo(last);
      assertThat(order.positions().getLast()).isEqualTo(2);
      assertThat(order.score()).isGreaterThanOrEqualTo(requireNonNull(order.givenScore()));
    }
  }

  @Test
  void anArtistPlaysTwiceRunningOnlyWhereThereIsNoOtherWay() {
    List<SetTrack> tracks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      tracks.add(track("often", 0.5));
    }
    for (int i = 0; i < 3; i++) {
      tracks.add(track("other " + i, 0.5));
    }

    assertThat(order(tracks, null).transitions()).filteredOn(Transition::sameArtist).hasSize(2);
    assertThat(order(tracks, Arc.BUILD).transitions())
        .filteredOn(Transition::sameArtist)
        .hasSize(2);
  }

  @Test
  void putsATrackThatClashesAtAnEnd() {
    List<SetTrack> tracks =
        List.of(
            track("one", new MusicalKey(9, MusicalKey.Mode.MINOR), 0.5),
            track("two", new MusicalKey(6, MusicalKey.Mode.MAJOR), 0.5),
            track("three", new MusicalKey(4, MusicalKey.Mode.MINOR), 0.5),
            track("four", new MusicalKey(0, MusicalKey.Mode.MAJOR), 0.5));

    SetOrder order = order(tracks, null);

    assertThat(List.of(order.positions().getFirst(), order.positions().getLast())).contains(1);
    assertThat(order.score()).isGreaterThan(requireNonNull(order.givenScore()));
  }

  @Test
  void keepsAnOrderThatIsPerfect() {
    List<SetTrack> tracks = List.of(track("one", 0.5), track("two", 0.5), track("three", 0.5));

    SetOrder order = order(tracks, null);

    assertThat(order.score()).isEqualTo(order.givenScore());
  }

  @Test
  void ordersTracksOfWhichNothingIsKnown() {
    SetTrack unknown = new SetTrack(null, Mix.UNKNOWN);

    SetOrder order = order(List.of(unknown, unknown, unknown), Arc.PEAK);

    assertThat(order.positions()).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(order.arcFit()).isNull();
    assertThat(order.score()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void ordersNoTrackAndOneTrack() {
    assertThat(order(List.of(), Arc.WAVE))
        .isEqualTo(new SetOrder(List.of(), List.of(), null, null, null));
    assertThat(SetOrder.of(new OrderRequest(List.of(track("one", 0.5)), Arc.WAVE, 0, 0)))
        .isEqualTo(new SetOrder(List.of(0), List.of(), null, null, null));
  }

  @Test
  void ordersTwoTracks() {
    List<SetTrack> tracks = List.of(track("one", 0.9), track("two", 0.1));

    assertThat(order(tracks, Arc.BUILD).positions()).containsExactly(1, 0);
    assertThat(SetOrder.of(new OrderRequest(tracks, Arc.BUILD, 0, 1)).positions())
        .containsExactly(0, 1);
  }

  /** Some 12 million cheap evaluations: the bench measures that they take less than a second. */
  @ParameterizedTest
  @NullSource
  @EnumSource(Arc.class)
  void evaluatesABoundedNumberOfMovesForTheLargestRequest(@Nullable Arc arc) {
    List<SetTrack> tracks = RandomPlaylist.of(new Random(1), OrderRequest.MOST_TRACKS);
    OrderSearch search = new OrderSearch(new OrderRequest(tracks, arc, null, null));

    int[] order = search.order();

    assertThat(search.evaluations()).isBetween(100_000L, OrderSearch.BUDGET + 20_000);
    assertThat(search.meanScore(order)).isGreaterThan(mean(tracks, greedy(tracks)));
  }

  @Test
  void rejectsWhatIsNotThere() {
    List<SetTrack> two = List.of(track("one", 0.5), track("two", 0.5));
    List<SetTrack> tooMany = Collections.nCopies(501, track("one", 0.5));

    assertThatThrownBy(() -> new OrderRequest(two, null, 2, null)).hasMessageContaining("start");
    assertThatThrownBy(() -> new OrderRequest(two, null, null, -1)).hasMessageContaining("end");
    assertThatThrownBy(() -> new OrderRequest(two, null, 1, 1)).hasMessageContaining("same");
    assertThatThrownBy(() -> new OrderRequest(tooMany, null, null, null))
        .hasMessageContaining("500");
  }

  private static SetOrder order(List<SetTrack> tracks, @Nullable Arc arc) {
    return SetOrder.of(new OrderRequest(tracks, arc, null, null));
  }

  private static SetTrack track(String artist, double energy) {
    return track(artist, new MusicalKey(9, MusicalKey.Mode.MINOR), energy);
  }

  private static SetTrack track(String artist, MusicalKey key, double energy) {
    return new SetTrack(artist, new Mix(120.0, "deezer", List.of(), key, energy, Agreement.SINGLE));
  }

  private static double mean(List<SetTrack> tracks, List<Integer> order) {
    return IntStream.range(1, order.size())
        .mapToDouble(
            place ->
                Transition.between(tracks.get(order.get(place - 1)), tracks.get(order.get(place)))
                    .score())
        .average()
        .orElseThrow();
  }

  /** The greedy order from the first track: always the best next one. */
  private static List<Integer> greedy(List<SetTrack> tracks) {
    List<Integer> order = new ArrayList<>(List.of(0));
    List<Integer> left = new ArrayList<>(IntStream.range(1, tracks.size()).boxed().toList());
    while (!left.isEmpty()) {
      SetTrack last = tracks.get(order.getLast());
      Integer next = left.getFirst();
      for (Integer each : left) {
        if (Transition.between(last, tracks.get(each)).score()
            > Transition.between(last, tracks.get(next)).score()) {
          next = each;
        }
      }
      left.remove(next);
      order.add(next);
    }
    return order;
  }
}
