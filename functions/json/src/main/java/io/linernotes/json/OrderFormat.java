package io.linernotes.json;

import static io.linernotes.json.AnalysisFormat.MAPPER;
import static io.linernotes.json.AnalysisFormat.lowerCase;
import static io.linernotes.json.AnalysisFormat.rounded;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.linernotes.analysis.Analysis;
import io.linernotes.mixing.SetOrder;
import io.linernotes.mixing.Transition;
import io.linernotes.planning.TrackPlan;
import io.linernotes.track.Artist;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.util.List;
import java.util.Objects;

/** The HTTP API's answers about orders and transitions. */
public final class OrderFormat {

  private OrderFormat() {}

  /**
   * The answer with an order.
   *
   * @param tracks the ordered places, in their given order
   */
  public static String order(Analysis analysis, List<Analysis.Place> tracks, SetOrder order) {
    ObjectNode answer = MAPPER.createObjectNode();
    answer.put("status", lowerCase(analysis.status()));
    ObjectNode node = answer.putObject("order");
    node.put("score", rounded(order.score(), 3));
    node.put("given_score", rounded(order.givenScore(), 3));
    node.put("arc_fit", rounded(order.arcFit(), 3));
    ArrayNode ordered = node.putArray("tracks");
    order.positions().forEach(index -> ordered.add(track(tracks.get(index))));
    ArrayNode transitions = node.putArray("transitions");
    order.transitions().forEach(each -> transitions.add(transition(each)));
    return AnalysisFormat.text(answer);
  }

  /** One transition, between the two tracks of the analysis. */
  public static String transition(Analysis analysis, Transition transition) {
    ObjectNode answer = MAPPER.createObjectNode();
    answer.put("status", lowerCase(analysis.status()));
    answer.set("from", track(analysis.tracks().getFirst()));
    answer.set("to", track(analysis.tracks().getLast()));
    answer.set("transition", transition(transition));
    return AnalysisFormat.text(answer);
  }

  private static ObjectNode track(Analysis.Place place) {
    TrackPlan plan = Objects.requireNonNull(place.plan());
    Track track = plan.track();
    SpotifyId id = track.id();
    ObjectNode node = MAPPER.createObjectNode();
    node.put("position", place.position());
    node.put("id", id == null ? null : id.value());
    node.put("title", track.title());
    ArrayNode artists = node.putArray("artists");
    track.artists().stream().map(Artist::name).forEach(artists::add);
    node.set("mix", AnalysisFormat.mix(plan.mix()));
    return node;
  }

  private static ObjectNode transition(Transition transition) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("score", rounded(transition.score(), 3));
    node.put("key_move", lowerCase(transition.keyMove()));
    node.put("pitch_percent", rounded(transition.pitchPercent(), 1));
    node.put("energy_change", rounded(transition.energyChange(), 2));
    node.put("same_artist", transition.sameArtist());
    node.put("clash", transition.clash());
    ArrayNode unknown = node.putArray("unknown");
    transition.unknown().stream().map(AnalysisFormat::lowerCase).sorted().forEach(unknown::add);
    node.put("reason", transition.reason());
    return node;
  }
}
