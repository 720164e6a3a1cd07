package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.linernotes.local.cli.TextTable.Column;
import io.linernotes.mixing.Arc;
import io.linernotes.track.SpotifyId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a playlist into an order that mixes well. */
@Command(
    name = "order",
    description = {
      "Puts a playlist into an order that mixes well: keys that fit, tempos that a pitch fader"
          + " brings together, no artist twice running, and energy along an arc.",
      "Prints the tracks in that order, and under each why it follows the one before."
    },
    footer = {"", "./linernotes order linernotesDemoPlaylist --arc peak"})
final class OrderCommand implements Callable<Integer> {

  private final Screen screen;

  @Parameters(
      paramLabel = "PLAYLIST",
      converter = PlaylistReference.class,
      description = "Its id, its spotify:playlist: URI or its https://open.spotify.com URL.")
  private SpotifyId playlist;

  @Mixin private final ServiceOptions service;

  @Option(
      names = "--arc",
      paramLabel = "ARC",
      description = "How energy runs through the set: ${COMPLETION-CANDIDATES}.")
  private @Nullable Arc arc;

  @Option(
      names = "--start",
      paramLabel = "N",
      description = "The number of the track to begin with, as analyze counts.")
  private @Nullable Integer start;

  @Option(names = "--end", paramLabel = "N", description = "The number of the track to end with.")
  private @Nullable Integer end;

  @Option(names = "--json", description = "Print the service's answer as it came.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the playlist
  OrderCommand(Screen screen, Map<String, String> environment) {
    this.screen = screen;
    this.service = new ServiceOptions(environment);
  }

  @Override
  public Integer call() {
    try (var api = service.client()) {
      JsonNode answer = new Polling(api).untilComplete(wait -> api.order(playlist, wanted(), wait));
      if (json) {
        screen.out().println(answer);
      } else {
        print(answer.path("order"));
      }
      return 0;
    }
  }

  private ObjectNode wanted() {
    var wanted = ApiClient.JSON.createObjectNode();
    if (arc != null) {
      wanted.put("arc", arc.name().toLowerCase(Locale.ROOT));
    }
    // The command line counts positions from 1, the API from 0.
    if (start != null) {
      wanted.put("start", start - 1);
    }
    if (end != null) {
      wanted.put("end", end - 1);
    }
    return wanted;
  }

  private void print(JsonNode order) {
    var tracks = order.path("tracks");
    var transitions = order.path("transitions");
    var table =
        new TextTable(
            Column.number("#"),
            Column.shrinking("Artist – title", 5),
            Column.number("BPM"),
            Column.text("Key"),
            Column.number("Energy"),
            Column.number("Score"));
    for (int i = 0; i < tracks.size(); i++) {
      var track = tracks.get(i);
      table.row(
          String.valueOf(track.path("position").asInt() + 1),
          AnalysisTable.name(track),
          AnalysisTable.decimal(track, "/mix/bpm", 1),
          AnalysisTable.key(track),
          AnalysisTable.decimal(track, "/mix/energy", 2),
          i == 0 ? "" : score(transitions.get(i - 1).path("score")));
    }
    table.lines(screen.columns()).forEach(screen.out()::println);
    screen.out().println();
    reasons(transitions);
    screen
        .out()
        .println(
            "Transitions score %s on average; in the given order %s."
                .formatted(score(order.path("score")), score(order.path("given_score"))));
  }

  private void reasons(JsonNode transitions) {
    for (int i = 0; i < transitions.size(); i++) {
      var transition = transitions.get(i);
      if (transition.path("clash").asBoolean()) {
        String reason = "Clash before %d: %s".formatted(i + 2, transition.path("reason").asText());
        screen.out().println(Text.cut(Text.printable(reason), screen.columns()));
      }
    }
  }

  private static String score(JsonNode score) {
    return score.isNumber() ? Text.decimal(score.asDouble(), 2) : Text.UNKNOWN;
  }
}
