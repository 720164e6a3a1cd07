package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class GeneratedPlaylistTest {
  @AutoClose
  private static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.unhurried());

  private final Caller spotify =
      Caller.withToken(SIMULATOR.spotifyApiUrl(), SIMULATOR.applicationToken());
  private final Caller musicBrainz = Caller.of(SIMULATOR.musicBrainzApiUrl());
  private final Caller deezer = Caller.of(SIMULATOR.deezerApiUrl());

  @Test
  void everyTrackCanBeFoundAtDeezer() throws Exception {
    List<JsonNode> withoutIsrc = new ArrayList<>();
    for (JsonNode entry :
        spotify.get("/playlists/" + Simulator.generatedPlaylist(100)).at("/tracks/items")) {
      JsonNode track = entry.get("track");
      if (track.at("/external_ids/isrc").isMissingNode()) {
        withoutIsrc.add(track);
      }
    }
    assertThat(withoutIsrc).hasSize(30);

    int byMusicBrainz = 0;
    for (JsonNode track : withoutIsrc) {
      String isrc = isrcAtMusicBrainz(track);
      if (isrc.isEmpty()) {
        assertThat(hits(track)).isEqualTo(1);
      } else {
        byMusicBrainz++;
        assertThat(deezer.get("/track/isrc:" + isrc).at("/title")).isEqualTo(track.get("name"));
      }
    }
    assertThat(byMusicBrainz).isEqualTo(24);
  }

  private String isrcAtMusicBrainz(JsonNode track) throws Exception {
    long millis = track.get("duration_ms").longValue();
    String query =
        "recording:\"%s\" AND artist:\"%s\" AND dur:[%d TO %d]"
            .formatted(name(track), artist(track), millis - 3_000, millis + 3_000);
    return musicBrainz
        .get("/recording?fmt=json&query=%s", query)
        .at("/recordings/0/isrcs/0")
        .asText();
  }

  private int hits(JsonNode track) throws Exception {
    String query = "artist:\"%s\" track:\"%s\"".formatted(artist(track), name(track));
    return deezer.get("/search?q=%s", query).at("/total").intValue();
  }

  private static String name(JsonNode track) {
    return track.get("name").textValue();
  }

  private static String artist(JsonNode track) {
    return track.at("/artists/0/name").textValue();
  }
}
