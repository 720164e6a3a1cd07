package io.linernotes.enrichment.musicbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.property.Property;
import io.linernotes.track.Artist;
import io.linernotes.track.Track;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingQueryPropertiesTest {

  @Test
  void noNameBreaksOutOfItsPhrase() {
    Property.holds(
        cases -> {
          String name = cases.text(60);

          String quoted = RecordingQuery.quoted(name);

          assertThat(quoted.charAt(0)).isEqualTo('"');
          assertThat(endOfPhrase(quoted)).isEqualTo(quoted.length() - 1);
        });
  }

  @Test
  void noNameBreaksTheUrlAndOneTrackAlwaysFits() {
    Property.holds(
        cases -> {
          String title = cases.text(1, 300);
          String artist = cases.text(1, 300);

          RecordingQuery query =
              RecordingQuery.of(
                  List.of(
                      Track.of(
                          null,
                          null,
                          title,
                          List.of(Artist.named(artist)),
                          Duration.ofSeconds(200))));

          assertThat(query.fits()).isTrue();
          assertThat(URI.create("https://mb.test/recording?query=" + query.encoded() + "&fmt=json"))
              .extracting(URI::getRawQuery)
              .asString()
              .containsOnlyOnce("&");
        });
  }

  /** The index at which the quoted phrase ends in Lucene's syntax. */
  private static int endOfPhrase(String quoted) {
    int at = 1;
    while (quoted.charAt(at) != '"') {
      at += quoted.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
