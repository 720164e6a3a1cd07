package io.linernotes.enrichment.musicbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.track.Artist;
import io.linernotes.track.Track;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class RecordingQueryPropertiesTest {

  @Property
  void noNameBreaksOutOfItsPhrase(@ForAll @StringLength(max = 60) String name) {
    String quoted = RecordingQuery.quoted(name);

    assertThat(quoted.charAt(0)).isEqualTo('"');
    assertThat(endOfPhrase(quoted)).isEqualTo(quoted.length() - 1);
  }

  @Property
  void noNameBreaksTheUrlAndOneTrackAlwaysFits(
      @ForAll @StringLength(min = 1, max = 300) String title,
      @ForAll @StringLength(min = 1, max = 300) String artist) {
    RecordingQuery query =
        RecordingQuery.of(
            List.of(
                Track.of(
                    null, null, title, List.of(Artist.named(artist)), Duration.ofSeconds(200))));

    assertThat(query.fits()).isTrue();
    assertThat(URI.create("https://mb.test/recording?query=" + query.encoded() + "&fmt=json"))
        .extracting(URI::getRawQuery)
        .asString()
        .containsOnlyOnce("&");
  }

  /** Where a reader of Lucene's syntax sees the phrase end. */
  private static int endOfPhrase(String quoted) {
    int at = 1;
    while (quoted.charAt(at) != '"') {
      at += quoted.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
