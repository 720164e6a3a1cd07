package io.linernotes.mixing;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tracks in an order that mixes well. The package description says how it is found.
 *
 * @param positions for each place of the new order, the track's index in the given one; every track
 *     once
 * @param transitions from each track to the next; one less than tracks
 * @param score the mean score of the transitions; null if there is none
 * @param givenScore the mean score of the given order, with start and end moved to their places
 * @param arcFit how closely energy follows the arc: 1 exactly, 0 no better than shuffled; null
 *     without an arc or with fewer than two known energies
 */
public record SetOrder(
    List<Integer> positions,
    List<Transition> transitions,
    @Nullable Double score,
    @Nullable Double givenScore,
    @Nullable Double arcFit) {

  /** Copies the lists. */
  public SetOrder {
    positions = List.copyOf(positions);
    transitions = List.copyOf(transitions);
  }

  /** Puts tracks into an order. The same request always gives the same order. */
  public static SetOrder of(OrderRequest request) {
    OrderSearch search = new OrderSearch(request);
    int[] order = search.order();
    List<SetTrack> tracks = request.tracks();
    List<Transition> transitions =
        IntStream.range(1, order.length)
            .mapToObj(
                place -> Transition.between(tracks.get(order[place - 1]), tracks.get(order[place])))
            .toList();
    return new SetOrder(
        IntStream.of(order).boxed().toList(),
        transitions,
        transitions.isEmpty() ? null : search.meanScore(order),
        transitions.isEmpty() ? null : search.meanScore(search.given()),
        search.arcFit(order));
  }
}
