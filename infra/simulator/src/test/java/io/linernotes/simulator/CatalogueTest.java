package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue catalogue = new Catalogue();

  @Test
  void everySongHasIdsOfItsOwn() {
    assertThat(catalogue.songs()).hasSizeGreaterThanOrEqualTo(50);
    assertThat(catalogue.songs()).extracting(Song::spotifyId).doesNotHaveDuplicates();
    assertThat(catalogue.songs()).extracting(Song::deezerId).doesNotHaveDuplicates();
    assertThat(catalogue.songs())
        .allSatisfy(song -> assertThat(song.spotifyId()).matches("[0-9A-Za-z]{22}"));
  }

  @Test
  void everyQuirkHappensToSomeSong() {
    EnumSet<Quirk> seen = EnumSet.noneOf(Quirk.class);
    catalogue.songs().forEach(song -> seen.addAll(song.quirks()));

    assertThat(seen).containsExactlyInAnyOrder(Quirk.values());
  }

  @Test
  void aSongMayBeReplaced() {
    Song song = Song.of("Somebody", "Something", "DEXX12600001", Duration.ofSeconds(200));
    catalogue.put(song);
    catalogue.put(song.withBpm(99.5).with(Quirk.DEEZER_FORGOTTEN));

    assertThat(catalogue.titled("Something").bpm()).isEqualTo(99.5);
    assertThat(catalogue.titled("Something").has(Quirk.DEEZER_FORGOTTEN)).isTrue();
  }
}
