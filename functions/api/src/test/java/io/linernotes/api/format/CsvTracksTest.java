package io.linernotes.api.format;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.track.Artist;
import io.linernotes.track.ClaimedTrack;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTracksTest {

  private static final SpotifyId ID = new SpotifyId("2EqlS6tkEnglzr7tkKAAYD");

  @Test
  void readsAFileOfExportifyWithUris() {
    List<ClaimedTrack> tracks =
        CsvTracks.parse(
            "\uFEFF\"Track URI\",\"Track Name\",\"Artist URI(s)\",\"Artist Name(s)\",\"Album Name\","
                + "\"Track Duration (ms)\",\"Explicit\",\"ISRC\",\"Added At\"\n"
                + "\"spotify:track:2EqlS6tkEnglzr7tkKAAYD\",\"Come Together\","
                + "\"spotify:artist:3WrFJ7ztbogyGnTHbHJFl2\",\"The Beatles\",\"Abbey Road\","
                + "\"259946\",\"false\",\"GBAYE0601690\",\"2026-01-01T00:00:00Z\"\n"
                + "\"spotify:track:2EqlS6tkEnglzr7tkKAAYD\",\"EARFQUAKE\","
                + "\"spotify:artist:4V8LLVI7PbaPR0K2TGSxFF\",\"Tyler, The Creator\",\"IGOR\","
                + "\"190066\",\"true\",\"\",\"\"\n");

    assertThat(tracks)
        .containsExactly(
            ClaimedTrack.of(
                ID,
                new Isrc("GBAYE0601690"),
                "Come Together",
                artists("The Beatles"),
                Duration.ofMillis(259_946)),
            ClaimedTrack.of(
                ID, null, "EARFQUAKE", artists("Tyler, The Creator"), Duration.ofMillis(190_066)));
  }

  @Test
  void readsAFileOfExportifyWithoutUris() {
    List<ClaimedTrack> tracks =
        CsvTracks.parse(
            "Track URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),Tempo\r\n"
                + "spotify:track:2EqlS6tkEnglzr7tkKAAYD,Get Lucky,RAM,"
                + "\"Daft Punk,Pharrell Williams;Nile Rodgers\",2013,369626,116.0\r\n"
                + ",Jóga,Homogenic,\"Björk,Mark Bell\",1997,0,\r\n");

    assertThat(requireNonNull(tracks.getFirst().claim()).artists())
        .isEqualTo(artists("Daft Punk,Pharrell Williams", "Nile Rodgers"));
    assertThat(tracks.get(1))
        .isEqualTo(ClaimedTrack.of(null, null, "Jóga", artists("Björk", "Mark Bell"), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spotify:track:2EqlS6tkEnglzr7tkKAAYD",
        "2EqlS6tkEnglzr7tkKAAYD",
        "https://open.spotify.com/track/2EqlS6tkEnglzr7tkKAAYD?si=0123",
        "https://open.spotify.com/intl-de/track/2EqlS6tkEnglzr7tkKAAYD"
      })
  void readsATracksIdInEveryForm(String uri) {
    assertThat(CsvTracks.parse("spotify id\n" + uri + "\n"))
        .extracting(ClaimedTrack::id)
        .containsExactly(ID);
  }

  @Test
  void skipsLinesThatHoldNoTrack() {
    List<ClaimedTrack> tracks =
        CsvTracks.parse(
            """
            Type,Track URI,Track Name,Artist Name(s)
            episode,,Talk,
            unavailable,,,
            ,spotify:episode:2EqlS6tkEnglzr7tkKAAYD,Talk,
            ,,,
            track,spotify:local:Me::Demo:60,Demo,Me
            """);

    assertThat(tracks).containsExactly(ClaimedTrack.of(null, null, "Demo", artists("Me"), null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Track URI;spotify:album:2EqlS6tkEnglzr7tkKAAYD | Line 2, "Track URI"
          ISRC;GBAYE06                                   | Line 2, "ISRC"
          Track Name;Jóga                                | Line 2
          Duration (ms),ISRC;3:59,GBAYE0601690           | Line 2, "Duration (ms)"
          ISRC;"GBAYE                                    | Line 2, "ISRC"
          """)
  void namesTheLineThatIsWrong(String lines, String where) {
    BadRequestException refused =
        catchThrowableOfType(
            BadRequestException.class, () -> CsvTracks.parse(lines.replace(';', '\n')));

    assertThat(refused.problem().field()).isEqualTo("body");
    assertThat(refused.problem().detail()).contains(where);
  }

  private static List<Artist> artists(String... names) {
    return List.of(names).stream().map(Artist::named).toList();
  }
}
