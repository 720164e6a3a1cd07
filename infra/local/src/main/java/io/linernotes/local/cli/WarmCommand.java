package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.local.cli.TextTable.Column;
import io.linernotes.track.SpotifyId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Warms the cache: playlists are fetched or refreshed before the next client requests them. */
@Command(
    name = "warm",
    description =
        "Has playlists fetched, and refreshed where they would soon become stale, within the share"
            + " of each quota that is left to warming; tells what was sent and what was left out.")
final class WarmCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(
      paramLabel = "PLAYLIST",
      arity = "1..20",
      converter = PlaylistReference.class,
      description = "Ids, spotify:playlist: URIs or https://open.spotify.com URLs.")
  private List<SpotifyId> playlists = List.of();

  @Mixin private final ServiceOptions service;

  @Option(names = "--json", description = "Print the service's answer as it came.")
  private boolean json;

  WarmCommand(Screen screen, Map<String, String> environment) {
    this.screen = screen;
    this.service = new ServiceOptions(environment);
  }

  @Override
  public Integer call() {
    try (var api = service.client()) {
      var answer = api.warmup(playlists);
      if (json) {
        screen.out().println(answer);
      } else {
        table(answer).lines(screen.columns()).forEach(screen.out()::println);
      }
      return 0;
    }
  }

  private static TextTable table(JsonNode answer) {
    var table =
        new TextTable(
            Column.text("Provider"),
            Column.number("Sent"),
            Column.number("Fresh"),
            Column.number("On its way"),
            Column.number("Left out"));
    answer
        .path("providers")
        .propertyStream()
        .forEach(
            provider -> {
              var counts = provider.getValue();
              table.row(
                  provider.getKey(),
                  counts.path("sent").asText(),
                  counts.path("fresh").asText(),
                  counts.path("on_its_way").asText(),
                  counts.path("left_out").asText());
            });
    return table;
  }
}
