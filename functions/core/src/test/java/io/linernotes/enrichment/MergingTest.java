package io.linernotes.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.EveryKind;
import io.linernotes.property.Property;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A new answer never destroys what is known. */
class MergingTest {

  private static final DeezerTrack UNKNOWN =
      new DeezerTrack(null, null, null, null, null, null, null, null, null, null, null);

  @Test
  void anEmptyAnswerChangesNothing() {
    assertThat(UNKNOWN.mergedOver(EveryKind.DEEZER_TRACK)).isEqualTo(EveryKind.DEEZER_TRACK);
    assertThat(artist(null, List.of()).mergedOver(EveryKind.LASTFM_ARTIST))
        .isEqualTo(EveryKind.LASTFM_ARTIST);
    assertThat(track(null, List.of(), true).mergedOver(EveryKind.LASTFM_TRACK))
        .isEqualTo(EveryKind.LASTFM_TRACK);
  }

  @Test
  void aFullAnswerReplacesEverything() {
    assertThat(EveryKind.DEEZER_TRACK.mergedOver(UNKNOWN)).isEqualTo(EveryKind.DEEZER_TRACK);
    assertThat(EveryKind.LASTFM_ARTIST.mergedOver(artist(null, List.of())))
        .isEqualTo(EveryKind.LASTFM_ARTIST);
    assertThat(EveryKind.LASTFM_TRACK.mergedOver(track(null, List.of(), false)))
        .isEqualTo(EveryKind.LASTFM_TRACK);
  }

  @Test
  void theNewerFieldWinsWhereBothAreKnown() {
    DeezerTrack remastered =
        new DeezerTrack(null, null, null, null, null, 82.6, null, 1, null, null, null);

    DeezerTrack merged = remastered.mergedOver(EveryKind.DEEZER_TRACK);

    assertThat(merged.bpm()).isEqualTo(82.6);
    assertThat(merged.rank()).isEqualTo(1);
    assertThat(merged.gain()).isEqualTo(-8.9);
  }

  @Test
  void theLargerCountWins() {
    Property.holds(
        cases -> {
          long newer = cases.number(0, Long.MAX_VALUE);
          long older = cases.number(0, Long.MAX_VALUE);

          long larger = Math.max(newer, older);

          assertThat(artist(newer, List.of()).mergedOver(artist(older, List.of())).listeners())
              .isEqualTo(larger);
          assertThat(
                  track(newer, List.of(), false)
                      .mergedOver(track(older, List.of(), false))
                      .playcount())
              .isEqualTo(larger);
        });
  }

  @Test
  void aListThatIsNotEmptyWins() {
    Property.holds(
        cases -> {
          List<String> newer = cases.list(3, () -> cases.text(40));
          List<String> older = cases.list(3, () -> cases.text(40));

          List<String> expected = newer.isEmpty() ? older : newer;

          assertThat(artist(1L, newer).mergedOver(artist(1L, older)).tags()).isEqualTo(expected);
          assertThat(track(1L, newer, false).mergedOver(track(1L, older, false)).topTags())
              .isEqualTo(expected);
        });
  }

  private static LastfmArtist artist(@Nullable Long count, List<String> tags) {
    return new LastfmArtist(null, null, tags, count, count, null, null, List.of(), Map.of());
  }

  private static LastfmTrack track(@Nullable Long count, List<String> tags, boolean corrected) {
    return new LastfmTrack(
        null, null, corrected, false, tags, count, count, null, null, null, null, null, List.of());
  }
}
