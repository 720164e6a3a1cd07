package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpotifyDevelopmentModeTest {
  @AutoClose
  private static final Simulator SIMULATOR =
      Simulator.start(SimulatorOptions.unhurried().withSpotifyMode(SpotifyMode.DEVELOPMENT));

  private final Caller application =
      Caller.withToken(SIMULATOR.spotifyApiUrl(), SIMULATOR.applicationToken());
  private final Caller user = Caller.withToken(SIMULATOR.spotifyApiUrl(), SIMULATOR.userToken());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tracks?ids=a,b",
        "/artists?ids=a",
        "/audio-features?ids=a",
        "/audio-features/generatedTrack00000001",
        "/users/somebody",
        "/playlists/linernotesDemoPlaylist/tracks",
        "/playlists/generated0000000000100/items"
      })
  void forbids(String path) throws Exception {
    assertThat(user.get(path).status()).isEqualTo(403);
  }

  @Test
  void theRefusalOfAudioFeaturesHasNoMessage() throws Exception {
    assertThat(user.get("/audio-features?ids=a").at("/error").fieldNames())
        .toIterable()
        .containsExactly("status");
  }

  @Test
  void recommendationsAreGone() throws Exception {
    assertThat(user.get("/recommendations?seed_tracks=a").status()).isEqualTo(404);
  }

  @Test
  void searchesForTenAtMost() throws Exception {
    assertThat(user.get("/search?type=track&q=the&limit=11").status()).isEqualTo(400);
    assertThat(user.get("/search?type=track&q=the&limit=10").status()).isEqualTo(200);
  }

  @Test
  void aForeignPlaylistIsMetadataOnly() throws Exception {
    JsonNode playlist = application.get("/playlists/linernotesDemoPlaylist").json();

    assertThat(playlist.has("snapshot_id")).isTrue();
    assertThat(playlist.has("items")).isFalse();
    assertThat(playlist.has("tracks")).isFalse();
  }

  @Test
  void onesOwnPlaylistHasItems() throws Exception {
    JsonNode playlist = user.get("/playlists/linernotesDemoPlaylist").json();

    assertThat(playlist.has("tracks")).isFalse();
    JsonNode first = playlist.at("/items/items/0");
    assertThat(first.has("track")).isFalse();
    assertThat(first.at("/item/external_ids/isrc").textValue()).isEqualTo("GBDUW0000059");
    assertThat(first.get("item").has("popularity")).isFalse();
  }

  @Test
  void artistsHaveNoGenres() throws Exception {
    assertThat(user.get("/artists/generatedArtist0000001").at("/genres")).isEmpty();
  }
}
