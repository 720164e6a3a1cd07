package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.linernotes.track.SpotifyId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Invalidates cache entries, so that they are fetched again. */
@Command(
    name = "invalidate",
    description = {
      "Takes entries out of the cache of a service that runs, so that the next request fetches"
          + " them anew: those of a playlist, of tracks, or by their keys.",
      "Deployed, this route is for administrators who sign their requests with AWS credentials."
    },
    footer = {"", "./linernotes invalidate --playlist linernotesDemoPlaylist"})
final class InvalidateCommand implements Callable<Integer> {
  private static final String LOCAL_ADMIN = "local-admin";

  private final Screen screen;

  @Parameters(paramLabel = "KEY", arity = "0..*", description = "Keys of the cache.")
  private List<String> keys = List.of();

  @Option(
      names = "--playlist",
      paramLabel = "PLAYLIST",
      converter = PlaylistReference.class,
      description = "A playlist with all its pages.")
  private @Nullable SpotifyId playlist;

  @Option(
      names = "--track",
      paramLabel = "ID",
      description = "A track's Spotify id; once for each.")
  private List<String> tracks = List.of();

  @Mixin private final ServiceOptions service;

  @Option(names = "--json", description = "Print the service's answer as it came.")
  private boolean json;

  InvalidateCommand(Screen screen, Map<String, String> environment) {
    this.screen = screen;
    this.service = new ServiceOptions(environment);
  }

  @Override
  public Integer call() {
    if (keys.isEmpty() && playlist == null && tracks.isEmpty()) {
      throw new UsageException("invalidate needs keys, --playlist or --track.");
    }
    try (var api = service.client(adminKey())) {
      var answer = api.invalidate(request());
      screen.out().println(json ? answer : told(answer.path("invalidated").size()));
      return 0;
    }
  }

  /** The API key; for the local service, its admin key. */
  private String adminKey() {
    return service.key().equals("local") ? LOCAL_ADMIN : service.key();
  }

  private ObjectNode request() {
    var body = ApiClient.JSON.createObjectNode();
    keys.forEach(key -> body.withArray("/keys").add(key));
    tracks.forEach(track -> body.withArray("/track_ids").add(track));
    if (playlist != null) {
      body.put("playlist_id", playlist.value());
    }
    return body;
  }

  private static String told(int count) {
    return count == 1 ? "1 entry was taken out." : count + " entries were taken out.";
  }
}
