package io.linernotes.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.linernotes.config.Configuration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUriTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://abc.execute-api.eu-central-1.amazonaws.com/live/v1/auth/spotify/callback",
        "http://127.0.0.1:8080/v1/auth/spotify/callback",
        "http://127.0.0.1/callback",
        "http://[::1]:49152/v1/auth/spotify/callback"
      })
  void takesWhatSpotifyTakes(String uri) {
    assertThat(redirectUri(uri)).map(RedirectUri::toString).contains(uri);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/v1/auth/spotify/callback",
        "https://LocalHost/callback",
        "http://example.org/callback",
        "http://127.0.0.2/callback",
        "http://127.0.0.1.example.org/callback",
        "ftp://127.0.0.1/callback",
        "https://example.org/callback#here",
        "https://user:secret@example.org/callback",
        "/v1/auth/spotify/callback",
        "myapp:callback",
        "no url"
      })
  void refusesWhatSpotifyRefusesInOneLineThatSaysWhatToDo(String uri) {
    assertThatIllegalStateException()
        .isThrownBy(() -> redirectUri(uri))
        .withMessageStartingWith("SPOTIFY_REDIRECT_URI ")
        .withMessageContaining("Set it to https://")
        .withMessageNotContaining("secret")
        .withMessageNotContaining("\n");
  }

  @Test
  void mayBeAbsent() {
    assertThat(redirectUri("")).isEmpty();
  }

  private static Optional<RedirectUri> redirectUri(String uri) {
    return RedirectUri.from(Configuration.of(Map.of("SPOTIFY_REDIRECT_URI", uri)));
  }
}
