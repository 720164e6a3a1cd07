package io.linernotes.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInEnvironmentTest {
  private static final URI API = URI.create("http://127.0.0.1:8080");
  private static final Map<String, String> OPEN =
      Map.of("SPOTIFY_REDIRECT_URI", "", "SESSION_KEYS_ARN", "SessionKeys");

  @TempDir private Path data;

  @Test
  void bringsUsersBackToThisMachine() throws Exception {
    assertThat(SignInEnvironment.of(API, Optional.empty()).completing(OPEN))
        .containsEntry("SPOTIFY_REDIRECT_URI", API + "/v1/auth/spotify/callback")
        .containsKey("SESSION_KEYS");
  }

  @Test
  void leavesAloneWhatIsSaidAlready() throws Exception {
    var environment = SignInEnvironment.of(API, Optional.empty());

    assertThat(environment.completing(Map.of("SPOTIFY_REDIRECT_URI", "https://a.example")))
        .isEmpty();
    assertThat(environment.completing(Map.of())).isEmpty();
  }

  @Test
  void keepsTheKeysWithTheData() throws Exception {
    var first = SignInEnvironment.of(API, Optional.of(data));

    assertThat(SignInEnvironment.of(API, Optional.of(data))).isEqualTo(first);
    assertThat(SignInEnvironment.of(API, Optional.empty())).isNotEqualTo(first);
    assertThat(first.toString()).doesNotContain(first.sessionKeys());
  }
}
