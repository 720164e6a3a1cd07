package io.linernotes.playlist.spotify;

import static io.linernotes.playlist.spotify.Bodies.PLAYLIST;
import static io.linernotes.playlist.spotify.Bodies.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.time.MovableClock;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call that was refused to one client is not tried by another client of the instance. */
class SpotifyCapabilitiesTest {

  private final ScriptedHttp http = new ScriptedHttp();
  private final SpotifyClient application =
      new SpotifyClient(
          http,
          URI.create("https://api.example"),
          new SpotifyAccounts(
              new ScriptedHttp().replying(200, Bodies.token("t", 3600)),
              URI.create("https://accounts.example"),
              "id",
              () -> "secret",
              MovableClock.atNoon()),
          SpotifyMode.AUTO);

  @Test
  void aUserDoesNotTryThePathThatAnotherUserWasRefused() {
    String entries = Bodies.page(Bodies.entries("item", 0, 1), 0, 50, 1, false);
    http.replying(403, Bodies.error(403, "Forbidden"))
        .replying(200, entries)
        .replying(200, entries);

    user().page(PLAYLIST, 0, 100);
    user().page(PLAYLIST, 0, 100);

    assertThat(http.urls().stream().map(SpotifyCapabilitiesTest::path))
        .containsExactly("tracks", "items", "items");
  }

  @Test
  void aUserDoesNotTryTheBatchesThatTheApplicationWasRefused() {
    http.replying(403, Bodies.error(403, "Forbidden"))
        .replying(200, Bodies.track(1))
        .replying(200, Bodies.track(2))
        .replying(200, Bodies.track(1))
        .replying(200, Bodies.track(2));

    application.tracks(ids(1, 3));
    user().tracks(ids(1, 3));

    assertThat(http.urls().stream().filter(url -> url.contains("ids="))).hasSize(1);
  }

  private SpotifyClient user() {
    return application.as(new Signed());
  }

  private static String path(String url) {
    List<String> segments = List.of(URI.create(url).getPath().split("/", -1));
    return segments.getLast();
  }

  private static final class Signed implements Authority {
    @Override
    public Outcome<String> token() {
      return new Outcome.Found<>("user-token");
    }

    @Override
    public Outcome<String> tokenInsteadOf(String refused) {
      return token();
    }

    @Override
    public void refusedAgain(String token) {}
  }
}
