package io.linernotes.enrichment.musicbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.track.Artist;
import io.linernotes.track.Songs;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordingQueryTest {

  @Test
  void asksForEachTrackByTitleArtistAndDuration() {
    assertThat(RecordingQuery.of(List.of(Songs.teardrop(), Songs.hanataba())).lucene())
        .isEqualTo(
            "(recording:\"Teardrop\" AND artist:\"Massive Attack\" AND dur:[326773 TO 334773])"
                + " OR (recording:\"花束を君に\" AND artist:\"宇多田ヒカル\" AND dur:[272000 TO 280000])");
  }

  @Test
  void leavesOutAnUnknownDuration() {
    assertThat(lucene("Halo", "Beyoncé", null))
        .isEqualTo("(recording:\"Halo\" AND artist:\"Beyoncé\")");
    assertThat(lucene("Blip", "A", Duration.ofSeconds(2))).contains("dur:[0 TO 6000]");
  }

  @Test
  void leavesOutGuestsVersionsAndMastering() {
    assertThat(lucene("Stan (feat. Dido) - Live / Remastered 2011", "Eminem ft. Dido", null))
        .isEqualTo("(recording:\"Stan\" AND artist:\"Eminem\")");
  }

  @Test
  void asksForEveryNameThatTheTitleAndTheArtistMayHaveInOneQuery() {
    assertThat(lucene("푸른 바다 (Blue Sea)", "DJ One, Two & Three", null))
        .isEqualTo(
            "(recording:(\"푸른 바다\" OR \"Blue Sea\")"
                + " AND artist:(\"DJ One, Two & Three\" OR \"DJ One\"))");
    assertThat(lucene("星雨 The Falling", "The Dave Example Quartet", null))
        .isEqualTo(
            "(recording:(\"星雨 The Falling\" OR \"星雨\" OR \"the falling\")"
                + " AND artist:(\"The Dave Example Quartet\" OR \"Dave Example\"))");
  }

  @Test
  void escapesWhatEndsAPhrase() {
    assertThat(lucene("\"Heroes\" \\ AND (x:y) [a TO b]~*?!", "AC/DC", null))
        .startsWith("(recording:\"\\\"Heroes\\\" \\\\ AND")
        .endsWith("AND artist:\"AC/DC\")");
  }

  private static String lucene(String title, String artist, @Nullable Duration duration) {
    return RecordingQuery.of(
            List.of(Track.of(null, null, title, List.of(Artist.named(artist)), duration)))
        .lucene();
  }
}
