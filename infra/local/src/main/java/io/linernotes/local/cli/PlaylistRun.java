package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.linernotes.local.cli.ApiClient.Answer;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Analyses a whole playlist: polls the first page until it is complete, then the further pages. */
final class PlaylistRun {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration LONGEST_REFUSAL = Duration.ofSeconds(30);
  private static final int MOST_REFUSALS = 5;
  private static final int PAGE = 100;

  private final ApiClient api;
  private final SpotifyId playlist;
  private final List<String> include;

  PlaylistRun(ApiClient api, SpotifyId playlist, List<String> include) {
    this.api = api;
    this.playlist = playlist;
    this.include = List.copyOf(include);
  }

  /** Requests the analysis once and returns it, complete or not. */
  ObjectNode now() {
    return withAllPages(ask(Duration.ZERO));
  }

  /** Polls until the analysis is complete. */
  ObjectNode untilComplete(ProgressView view) {
    int refusals = 0;
    while (true) {
      Instant asked = InstantSource.system().instant();
      try {
        var answer = ask(INTERVAL);
        view.show(answer.body());
        if (!answer.onItsWay()) {
          return withAllPages(answer);
        }
        pause(INTERVAL.minus(Duration.between(asked, InstantSource.system().instant())));
      } catch (ApiException e) {
        var retryAfter = e.retryAfter();
        if (retryAfter == null
            || retryAfter.compareTo(LONGEST_REFUSAL) > 0
            || ++refusals > MOST_REFUSALS) {
          throw e;
        }
        pause(retryAfter);
      }
    }
  }

  private Answer ask(Duration wait) {
    return api.analysis(playlist, include, 0, PAGE, wait);
  }

  private ObjectNode withAllPages(Answer first) {
    var all = (ObjectNode) first.body();
    int total = all.at("/playlist/total_tracks").asInt();
    for (int offset = PAGE; offset < total; offset += PAGE) {
      var page = api.analysis(playlist, include, offset, PAGE, Duration.ZERO).body();
      all.withArray("tracks").addAll((ArrayNode) page.withArray("tracks"));
      all.withObject("/artists").setAll((ObjectNode) page.withObject("/artists"));
    }
    return all;
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause.isPositive() ? pause : Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("Interrupted", e);
    }
  }
}
