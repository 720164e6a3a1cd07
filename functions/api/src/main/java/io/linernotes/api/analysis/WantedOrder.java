package io.linernotes.api.analysis;

import io.linernotes.analysis.Analysis;
import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.enrichment.Section;
import io.linernotes.json.Json;
import io.linernotes.json.OrderFormat;
import io.linernotes.mixing.Arc;
import io.linernotes.mixing.OrderRequest;
import io.linernotes.mixing.SetOrder;
import io.linernotes.mixing.SetTrack;
import io.linernotes.planning.TrackPlan;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order that a request asks for.
 *
 * @param start the position of the first track; null for any
 * @param end the position of the last track; null for any
 */
record WantedOrder(@Nullable Arc arc, @Nullable Integer start, @Nullable Integer end) {

  /** The sections with tempo, key and energy. */
  static final Set<Section> SECTIONS = Set.of(Section.DEEZER, Section.AUDIO_FEATURES);

  private static final String ARCS =
      Stream.of(Arc.values()).map(WantedOrder::name).collect(Collectors.joining(", "));

  static WantedOrder parse(Json body) {
    return new WantedOrder(arc(body.at("arc")), position(body, "start"), position(body, "end"));
  }

  private static @Nullable Arc arc(Json value) {
    if (!value.isPresent()) {
      return null;
    }
    return Stream.of(Arc.values())
        .filter(arc -> name(arc).equals(value.exactText()))
        .findFirst()
        .orElseThrow(() -> BadRequestException.of("arc", "arc must be one of " + ARCS + "."));
  }

  private static String name(Arc arc) {
    return arc.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Integer position(Json body, String field) {
    if (!body.at(field).isPresent()) {
      return null;
    }
    Long position = body.at(field).isNumber() ? body.wholeNumber(field) : null;
    if (position == null || position < 0 || position > Integer.MAX_VALUE) {
      throw BadRequestException.of(field, field + " must be the position of a track, from 0.");
    }
    return position.intValue();
  }

  /**
   * The order of the analysed tracks as the answer's body. Places without a track are left out.
   *
   * @throws BadRequestException if start or end is not the position of one of the tracks
   */
  String of(Analysis analysis) {
    List<Analysis.Place> places =
        analysis.tracks().stream().filter(place -> place.plan() != null).toList();
    List<SetTrack> tracks = places.stream().map(WantedOrder::track).toList();
    Integer first = index(places, start, "start");
    Integer last = index(places, end, "end");
    if (first != null && first.equals(last) && tracks.size() > 1) {
      throw BadRequestException.of("end", "start and end must be different tracks.");
    }
    SetOrder order = SetOrder.of(new OrderRequest(tracks, arc, first, last));
    return OrderFormat.order(analysis, places, order);
  }

  /** A place's track with its values for mixing. */
  static SetTrack track(Analysis.Place place) {
    TrackPlan plan = Objects.requireNonNull(place.plan());
    return SetTrack.of(plan.track(), plan.mix());
  }

  private static @Nullable Integer index(
      List<Analysis.Place> places, @Nullable Integer position, String field) {
    if (position == null) {
      return null;
    }
    return IntStream.range(0, places.size())
        .filter(i -> places.get(i).position() == position)
        .boxed()
        .findFirst()
        .orElseThrow(
            () ->
                BadRequestException.of(
                    field, field + " must be the position of one of the tracks to order."));
  }
}
