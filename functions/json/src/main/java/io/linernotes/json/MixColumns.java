package io.linernotes.json;

import static io.linernotes.json.AnalysisFormat.MAPPER;
import static io.linernotes.json.AnalysisFormat.rounded;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.linernotes.analysis.Analysis;
import io.linernotes.mixing.Mix;
import io.linernotes.mixing.MusicalKey;
import io.linernotes.planning.TrackPlan;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the short form, each with one element per place. */
final class MixColumns {

  private final ObjectNode node = MAPPER.createObjectNode();
  private final ArrayNode titles;
  private final ArrayNode bpm;
  private final ArrayNode camelot;
  private final ArrayNode energy;

  private MixColumns(int firstPosition) {
    node.put("first_position", firstPosition);
    titles = node.putArray("titles");
    bpm = node.putArray("bpm");
    camelot = node.putArray("camelot");
    energy = node.putArray("energy");
  }

  static ObjectNode of(List<Analysis.Place> places) {
    int next = places.isEmpty() ? 0 : places.getFirst().position();
    MixColumns columns = new MixColumns(next);
    for (Analysis.Place place : places) {
      for (; next < place.position(); next++) {
        columns.add(null, Mix.UNKNOWN);
      }
      columns.add(place);
      next++;
    }
    return columns.node;
  }

  private void add(Analysis.Place place) {
    TrackPlan plan = place.plan();
    Mix mix = plan == null ? Mix.UNKNOWN : plan.mix();
    switch (place.entry()) {
      case PlaylistEntry.OfTrack(Track track) -> {
        Track known = plan == null ? track : plan.track();
        add(known.title(), mix);
      }
      case PlaylistEntry.Local(@Nullable String title, _, @Nullable Duration _) -> add(title, mix);
      case PlaylistEntry.Episode(_, @Nullable String title, @Nullable Duration _) ->
          add(title, mix);
      case PlaylistEntry.Unavailable(), PlaylistEntry.Unknown() -> add(null, mix);
    }
  }

  private void add(@Nullable String title, Mix mix) {
    MusicalKey key = mix.key();
    titles.add(title);
    bpm.add(rounded(mix.bpm(), 1));
    camelot.add(key == null ? null : key.camelot().toString());
    energy.add(rounded(mix.energy(), 2));
  }
}
