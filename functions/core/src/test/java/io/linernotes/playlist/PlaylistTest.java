package io.linernotes.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.enrichment.Section;
import io.linernotes.task.Task;
import io.linernotes.track.SpotifyId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaylistTest {

  private static final SpotifyId ID = new SpotifyId("37i9dQZF1DXcBWIGoYBM5M");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void aPageIsCurrentIfItIsOfThePlaylistsVersion() {
    assertThat(playlist("v2").isCurrent(page("v2"))).isTrue();
    assertThat(playlist("v2").isCurrent(page("v1"))).isFalse();
  }

  /** One more fetch, as that version, makes its version known. */
  @Test
  void aPageOfUnknownVersionDoesNotBelongToAKnownOne() {
    assertThat(playlist("v2").isCurrent(page(null))).isFalse();
  }

  /** No fetch could return the version, so only the page's age counts. */
  @Test
  void anyPageBelongsToAPlaylistOfUnknownVersion() {
    assertThat(playlist(null).isCurrent(page("v1"))).isTrue();
    assertThat(playlist(null).isCurrent(page(null))).isTrue();
  }

  @Test
  void onlyAKnownVersionKeepsAnOldPageRight() {
    assertThat(page("v1").isUnchangedSince("v1")).isTrue();
    assertThat(page("v1").isUnchangedSince("v2")).isFalse();
    assertThat(page("v1").isUnchangedSince(null)).isFalse();
    assertThat(page(null).isUnchangedSince(null)).isFalse();
  }

  @Test
  void aPageOfAnotherVersionIsStaleHoweverNewItIs() {
    Slot<PlaylistPage> slot =
        new Slot<>(
            PlaylistKeys.page(ID, 100),
            Entry.found(PlaylistKeys.page(ID, 100), page("v1"), NOW),
            null);

    assertThat(playlist("v1").staleUnlessCurrent(slot, NOW)).isEqualTo(slot);
    Slot<PlaylistPage> old = playlist("v2").staleUnlessCurrent(slot, NOW);
    assertThat(old.fresh(NOW)).isNull();
    assertThat(old.value(NOW)).as("served meanwhile").isEqualTo(page("v1"));
    assertThat(old.version()).as("claimed as it was read").isEqualTo(slot.version());
  }

  @Test
  void aPagesTaskIsOfThePlaylistsVersion() {
    assertThat(Task.FetchPlaylistPage.of(playlist("v2"), 200, Set.of(Section.DEEZER), null))
        .isEqualTo(new Task.FetchPlaylistPage(ID, 200, 30, "v2", Set.of(Section.DEEZER)));
  }

  private static Playlist playlist(@Nullable String snapshotId) {
    return new Playlist(ID, "Test", null, "me", snapshotId, 230, 100, 100, false);
  }

  private static PlaylistPage page(@Nullable String snapshotId) {
    return new PlaylistPage(100, snapshotId, List.of());
  }
}
