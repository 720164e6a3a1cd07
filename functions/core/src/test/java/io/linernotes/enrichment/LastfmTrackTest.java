package io.linernotes.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.EveryKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastfmTrackTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "The Giver (Original Motion Picture Soundtrack), 'I, Robot', false",
        "Post (Deluxe Edition), Post, true",
        "Abbey Road, Abbey Road (Remastered), true",
        "BJORK: POST, Björk - Post, true",
        "-, 'I, Robot', true",
      })
  void anAlbumThatContradictsTheKnownOneIsLeftOut(
      @Nullable String known, String told, boolean kept) {
    LastfmTrack track = on(told);

    assertThat(track.filedUnder(known)).isEqualTo(kept ? track : without(track));
  }

  @Test
  void aTrackWithoutAlbumStaysAsItIs() {
    LastfmTrack track = without(on("Post"));

    assertThat(track.filedUnder("Post")).isEqualTo(track);
  }

  @Test
  void thePagesOfTwoRecordingsAreNotMerged() {
    LastfmTrack plain = EveryKind.LASTFM_TRACK.answering(false, true);
    LastfmTrack version = on("Post");

    assertThat(version.mergedOver(plain)).isEqualTo(version);
    assertThat(EveryKind.LASTFM_TRACK.mergedOver(version)).isEqualTo(EveryKind.LASTFM_TRACK);
  }

  private static LastfmTrack without(LastfmTrack track) {
    return track.filedUnder("Another album altogether");
  }

  private static LastfmTrack on(String album) {
    return new LastfmTrack(
        "Björk",
        "Hyperballad",
        false,
        false,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        new LastfmTrack.Album("Björk", album, null, null),
        null,
        List.of());
  }
}
