package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SpotifySimulationTest {
  @AutoClose
  private static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.unhurried());

  private static final Catalogue SONGS = SIMULATOR.catalogue();

  private final Caller application =
      Caller.withToken(SIMULATOR.spotifyApiUrl(), SIMULATOR.applicationToken());
  private final Caller user = Caller.withToken(SIMULATOR.spotifyApiUrl(), SIMULATOR.userToken());

  @Test
  void wantsAToken() throws Exception {
    assertThat(Caller.of(SIMULATOR.spotifyApiUrl()).get("/me").status()).isEqualTo(401);
    assertThat(Caller.withToken(SIMULATOR.spotifyApiUrl(), "forged").get("/me").status())
        .isEqualTo(401);
  }

  @Test
  void embedsTheFirstPageOfAPlaylist() throws Exception {
    JsonNode playlist = application.get("/playlists/generated0000000000250").json();

    assertThat(playlist.at("/tracks/items")).hasSize(100);
    assertThat(playlist.at("/tracks/total").intValue()).isEqualTo(250);
    assertThat(playlist.at("/tracks/items/7/track/id"))
        .isEqualTo(playlist.at("/items/items/7/item/id"));
    assertThat(playlist.at("/tracks/items/7/track/track").isBoolean()).isTrue();
  }

  @Test
  void theNextPageIsWhereThePageSays() throws Exception {
    String next =
        application.get("/playlists/generated0000000000250").at("/tracks/next").textValue();
    Caller follower = new Caller(URI.create(next), application.header(), application.value());

    JsonNode page = follower.get("").json();

    assertThat(page.at("/items/0/track/id").textValue()).isEqualTo("generatedTrack00000100");
    assertThat(page.at("/offset").intValue()).isEqualTo(100);
  }

  @Test
  void theLastPageIsShorter() throws Exception {
    JsonNode page =
        application.get("/playlists/generated0000000000250/items?offset=240&limit=50").json();

    assertThat(page.at("/items")).hasSize(10);
    assertThat(page.at("/next").isNull()).isTrue();
  }

  @Test
  void refusesPagesThatAreTooLong() throws Exception {
    String playlist = "/playlists/generated0000000000250";

    assertThat(application.get(playlist + "/items?limit=51").status()).isEqualTo(400);
    assertThat(application.get(playlist + "/tracks?limit=101").status()).isEqualTo(400);
  }

  @Test
  void theDemoPlaylistHoldsMoreThanTracks() throws Exception {
    JsonNode entries = application.get("/playlists/" + Simulator.DEMO_PLAYLIST).at("/tracks/items");

    assertThat(entries).hasSizeGreaterThanOrEqualTo(40);
    assertThat(entries.get(7).get("track").isNull()).isTrue();
    JsonNode local = entries.get(16);
    assertThat(local.get("is_local").booleanValue()).isTrue();
    assertThat(local.at("/track/id").isNull()).isTrue();
    assertThat(local.at("/track/uri").textValue()).startsWith("spotify:local:Fugees+");
    assertThat(local.at("/track/external_ids")).isEmpty();
    JsonNode episode = entries.get(26).get("track");
    assertThat(episode.get("type").textValue()).isEqualTo("episode");
    assertThat(episode.has("artists")).isFalse();
    assertThat(entries.findValuesAsText("id"))
        .filteredOn(SONGS.titled("One More Time").spotifyId()::equals)
        .hasSizeGreaterThan(2);
  }

  @Test
  void keepsTheFieldsThatAreWanted() throws Exception {
    Caller.Answer answer = application.get("/playlists/linernotesDemoPlaylist?fields=snapshot_id");

    assertThat(answer.json().fieldNames()).toIterable().containsExactly("snapshot_id");
  }

  @Test
  void aChangedPlaylistHasANewSnapshot() throws Exception {
    SIMULATOR.setPlaylist("changingPlaylist000000", List.of(SONGS.titled("Jóga")));
    String before = snapshot("changingPlaylist000000");
    SIMULATOR.addTracks("changingPlaylist000000", SONGS.titled("Teardrop"));

    assertThat(snapshot("changingPlaylist000000")).isNotEqualTo(before);
    assertThat(application.get("/playlists/changingPlaylist000000").at("/tracks/total").intValue())
        .isEqualTo(2);
  }

  @Test
  void aPrivatePlaylistIsItsOwners() throws Exception {
    String path = "/playlists/" + Simulator.PRIVATE_PLAYLIST;

    assertThat(application.get(path).status()).isEqualTo(404);
    assertThat(application.get(path + "/items").status()).isEqualTo(404);
    assertThat(user.get(path).at("/tracks/total").intValue()).isEqualTo(3);
  }

  @Test
  void anUnknownPlaylistIsNotFound() throws Exception {
    Caller.Answer answer = application.get("/playlists/nothingNothingNothing0");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/error/message").textValue()).isEqualTo("Resource not found");
  }

  @Test
  void unknownIdsAreNullInABatch() throws Exception {
    String known = SONGS.titled("Jóga").spotifyId();

    JsonNode tracks = application.get("/tracks?ids=x,%s", known).at("/tracks");

    assertThat(tracks.get(0).isNull()).isTrue();
    assertThat(tracks.get(1).get("name").textValue()).isEqualTo("Jóga");
  }

  @Test
  void someSongsHaveNoAudioFeatures() throws Exception {
    String without = SONGS.titled("All I Need").spotifyId();
    String with = SONGS.titled("Jóga").spotifyId();

    JsonNode features =
        application.get("/audio-features?ids=" + without + "," + with).at("/audio_features");

    assertThat(features.get(0).isNull()).isTrue();
    assertThat(features.get(1).get("tempo").doubleValue()).isPositive();
    assertThat(application.get("/audio-features/" + without).status()).isEqualTo(404);
  }

  @Test
  void someSongsHaveNoIsrc() throws Exception {
    JsonNode teardrop = application.get("/tracks/" + SONGS.titled("Teardrop").spotifyId()).json();

    assertThat(teardrop.at("/external_ids")).isEmpty();
  }

  @Test
  void aMarketMayRelinkATrack() throws Exception {
    String requested = SONGS.titled("Sandstorm").spotifyId();

    JsonNode track = application.get("/tracks/" + requested + "?market=DE").json();

    assertThat(track.get("id").textValue()).isNotEqualTo(requested);
    assertThat(track.at("/linked_from/id").textValue()).isEqualTo(requested);
  }

  @Test
  void searchesByWordsAndFilters() throws Exception {
    assertThat(hit("bjork joga")).isEqualTo("Jóga");
    assertThat(hit("isrc:GBDUW0000059")).isEqualTo("Harder, Better, Faster, Stronger");
    assertThat(hit("track:\"花束を君に\" artist:\"宇多田ヒカル\"")).isEqualTo("花束を君に");
    assertThat(hit("Crimson Harbour 1")).isEqualTo("Crimson Harbour 1");
    assertThat(application.get("/search?type=track&q=nosuchsong").at("/tracks/total").intValue())
        .isZero();
  }

  @Test
  void knowsArtistsAndTheirGenres() throws Exception {
    String bjork =
        application
            .get("/tracks/" + SONGS.titled("Jóga").spotifyId())
            .at("/artists/0/id")
            .textValue();

    assertThat(application.get("/artists/" + bjork).at("/name").textValue()).isEqualTo("Björk");
    assertThat(
            application
                .get("/artists?ids=generatedArtist0000003")
                .at("/artists/0/name")
                .textValue())
        .endsWith(" 3");
  }

  @Test
  void recommendsOtherSongs() throws Exception {
    String seed = SONGS.titled("Jóga").spotifyId();

    JsonNode tracks = application.get("/recommendations?limit=5&seed_tracks=" + seed).at("/tracks");

    assertThat(tracks).hasSize(5);
    assertThat(tracks.findValuesAsText("id")).doesNotContain(seed);
  }

  @Test
  void recommendsNothingBySongsThatItDoesNotKnow() throws Exception {
    JsonNode reply = application.get("/recommendations?seed_tracks=0000000000000000000000").json();

    assertThat(reply.path("tracks").isArray()).isTrue();
    assertThat(reply.path("tracks")).isEmpty();
  }

  @Test
  void onlyAUserHasAProfile() throws Exception {
    assertThat(application.get("/me").status()).isEqualTo(401);
    assertThat(user.get("/me").json().has("account_id")).isTrue();
  }

  private String hit(String query) throws Exception {
    return application.get("/search?type=track&q=%s", query).at("/tracks/items/0/name").textValue();
  }

  private String snapshot(String playlist) throws Exception {
    return application
        .get("/playlists/" + playlist + "?fields=snapshot_id")
        .at("/snapshot_id")
        .textValue();
  }
}
