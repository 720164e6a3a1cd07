package io.linernotes.warming.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.linernotes.track.SpotifyId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarmerHandlerTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "eu-central-1",
          "AWS_ENDPOINT_URL", "http://localhost:1",
          "AWS_ACCESS_KEY_ID", "local",
          "AWS_SECRET_ACCESS_KEY", "local",
          "CACHE_TABLE", "tracks",
          "DEEZER_QUOTA", "50/5",
          "DEEZER_QUEUE_URL", "http://localhost:1/000000000000/deezer");

  @Test
  void isMadeOfItsEnvironment() {
    assertThat(new WarmerHandler(ENVIRONMENT)).isNotNull();
  }

  @Test
  void saysWhatIsWrongWithItsEnvironment() {
    assertRefused("WARM_PLAYLISTS", "Today's Top Hits", "which is no Spotify id");
    assertRefused("WARM_SHARE", "1.5", "1 at most");
    assertRefused("WARM_MINUTES", "soon", "whole number");
    assertRefused("CACHE_TABLE", "", "CACHE_TABLE is not set");
  }

  @Test
  void readsThePlaylistsThatAreAlwaysKeptWarm() {
    assertThat(WarmerHandler.playlists(" ")).isEmpty();
    assertThat(WarmerHandler.playlists("37i9dQZF1DXcBWIGoYBM5M, 37i9dQZF1DX0XUsuxWHRQd"))
        .containsExactly(
            new SpotifyId("37i9dQZF1DXcBWIGoYBM5M"), new SpotifyId("37i9dQZF1DX0XUsuxWHRQd"));
  }

  private static void assertRefused(String variable, String value, String reason) {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put(variable, value);

    assertThatIllegalStateException()
        .isThrownBy(() -> new WarmerHandler(environment))
        .withMessageContaining(variable)
        .withMessageContaining(reason);
  }
}
