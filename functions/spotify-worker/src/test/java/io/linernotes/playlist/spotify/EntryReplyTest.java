package io.linernotes.playlist.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.json.Json;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryReplyTest {

  private static final String MINIMAL =
      "{\"type\":\"track\",\"id\":\"%s\",\"name\":\"Song\",\"artists\":[]%s}";

  @ParameterizedTest
  @ValueSource(strings = {"item", "track"})
  void mapsATrackUnderEitherName(String name) {
    assertThat(entry(Bodies.entry(name, Bodies.track(7))))
        .isEqualTo(
            new PlaylistEntry.OfTrack(
                new Track(
                    Bodies.id(7),
                    new Isrc("GBAYE0601690"),
                    "Song 7",
                    List.of(
                        new Artist("The Beatles", new SpotifyId("3WrFJ7ztbogyGnTHbHJFl2")),
                        Artist.named("A guest")),
                    Duration.ofMillis(259_946),
                    "Abbey Road",
                    "1969-09-26",
                    false,
                    0)));
  }

  @Test
  void prefersTheItemWhereBothAreThere() {
    String both =
        "{\"is_local\":false,\"track\":%s,\"item\":%s}".formatted(Bodies.track(1), Bodies.track(2));

    assertThat(entry(both).asTrack().map(Track::id)).contains(Bodies.id(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"track\":null}",
        "{\"item\":null,\"track\":null}",
        "{\"track\":true}",
        "{\"is_local\":true,\"item\":null}",
        "{}",
        "null",
        "{\"item\":{\"type\":\"track\",\"id\":null,\"name\":\"Song\"}}",
        "{\"item\":{\"type\":\"track\",\"id\":\"short\",\"name\":\"Song\"}}",
        "{\"item\":{\"type\":\"track\",\"id\":\"Track00000000000000001\",\"name\":\"\"}}",
        "{\"item\":{\"type\":\"chapter\",\"id\":\"Track00000000000000001\",\"name\":\"One\"}}",
      })
  void keepsThePlaceOfWhatCannotBeTold(String entry) {
    assertThat(entry(entry)).isEqualTo(new PlaylistEntry.Unavailable());
  }

  @Test
  void passesOverANullItemForItsTrack() {
    assertThat(entry("{\"item\":null,\"track\":%s}".formatted(Bodies.track(1))).asTrack())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"is_local\":true,\"item\":%s}",
        "{\"is_local\":false,\"item\":%s}",
      })
  void mapsALocalFile(String entry) {
    String file =
        """
        {"type":"track","id":null,"is_local":true,"name":"demo","duration_ms":61000,"external_ids":{},
         "artists":[{"id":null,"name":"Me"},{"id":null,"name":""}],"album":{"release_date":null},
         "popularity":0,"uri":"spotify:local:Me::demo:61"}
        """;

    assertThat(entry(entry.formatted(file)))
        .isEqualTo(
            new PlaylistEntry.Local("demo", List.of(Artist.named("Me")), Duration.ofSeconds(61)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"type\":\"episode\"", "\"episode\":true,\"track\":false"})
  void mapsAnEpisode(String type) {
    assertThat(
            entry(
                Bodies.entry(
                    "item",
                    "{%s,\"id\":\"512ojhOuo1ktJprKbVcKyQ\",\"name\":\"Pilot\",\"duration_ms\":60000}"
                        .formatted(type))))
        .isEqualTo(
            new PlaylistEntry.Episode("512ojhOuo1ktJprKbVcKyQ", "Pilot", Duration.ofMinutes(1)));
  }

  @Test
  void readsZeroBlankAndSentinelsAsUnknown() {
    Track track =
        track(
            """
            ,"duration_ms":0,"external_ids":{"isrc":"none"},
            "album":{"name":"","release_date":"1900-01-01"}
            """);

    assertThat(track)
        .isEqualTo(new Track(Bodies.id(1), null, "Song", List.of(), null, null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000", "0000-00-00", "1900-01-01", "", "soon", "69"})
  void readsNoDateWhereThereIsNone(String date) {
    assertThat(track(",\"album\":{\"release_date\":\"%s\"}".formatted(date)).releaseDate())
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969", "1969-09", "1969-09-26"})
  void keepsADateOfAnyPrecision(String date) {
    assertThat(track(",\"album\":{\"release_date\":\"%s\"}".formatted(date)).releaseDate())
        .isEqualTo(date);
  }

  @Test
  void keepsARelinkedTrackUnderTheOriginalId() {
    assertThat(track(",\"linked_from\":{\"id\":\"" + Bodies.id(9) + "\"}").id())
        .isEqualTo(Bodies.id(9));
  }

  private static Track track(String fields) {
    return entry(Bodies.entry("item", MINIMAL.formatted(Bodies.id(1), fields)))
        .asTrack()
        .orElseThrow();
  }

  private static PlaylistEntry entry(String json) {
    byte[] list = ("[" + json + "]").getBytes(StandardCharsets.UTF_8);
    return EntryReply.entry(Json.parse(list).orElseThrow().list().getFirst());
  }
}
