package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.linernotes.track.SpotifyId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Analyses a playlist through the HTTP API of a running service. */
@Command(
    name = "analyze",
    description = {
      "Analyses a playlist: asks a service that runs until nothing is on its way, then prints"
          + " tracks and aggregates.",
      "Progress goes to standard error, the result to standard output. Narrow terminals show BPM,"
          + " key and energy; wider ones more."
    },
    footer = {"", "./linernotes analyze linernotesDemoPlaylist"})
final class AnalyzeCommand implements Callable<Integer> {
  private final Screen screen;

  @Parameters(
      paramLabel = "PLAYLIST",
      converter = PlaylistReference.class,
      description = "Its id, its spotify:playlist: URI or its https://open.spotify.com URL.")
  private SpotifyId playlist;

  @Mixin private final ServiceOptions service;

  @Option(
      names = "--include",
      paramLabel = "SECTIONS",
      split = ",",
      description = "Only these of deezer,lastfm,artists,audio_features.")
  private List<String> include = List.of();

  @Option(
      names = "--json",
      description =
          "Print the service's last answer as it came; of a playlist with more than 100 tracks the"
              + " first page's answer, with the tracks and artists of all pages.")
  private boolean json;

  @Option(names = "--no-wait", description = "Ask once and print what is there.")
  private boolean noWait;

  @SuppressWarnings("NullAway.Init") // picocli sets the playlist
  AnalyzeCommand(Screen screen, Map<String, String> environment) {
    this.screen = screen;
    this.service = new ServiceOptions(environment);
  }

  @Override
  public Integer call() {
    try (var api = service.client()) {
      print(answer(new PlaylistRun(api, playlist, include)));
      return 0;
    }
  }

  private ObjectNode answer(PlaylistRun run) {
    if (noWait) {
      return run.now();
    }
    try (var interruption = Interruption.during(playlist, service.told(), screen.err());
        var view = ProgressView.on(screen)) {
      return run.untilComplete(view);
    }
  }

  private void print(ObjectNode answer) {
    if (json) {
      screen.out().println(answer);
    } else {
      new AnalysisTable(answer).print(screen);
    }
  }
}
