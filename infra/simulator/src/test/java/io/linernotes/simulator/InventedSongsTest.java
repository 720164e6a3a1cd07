package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InventedSongsTest {
  private static final List<Song> HUNDRED =
      IntStream.range(0, 100).mapToObj(InventedSongs::at).toList();

  @Test
  void twentyArtistsMadeAHundredSongs() {
    assertThat(HUNDRED.stream().map(Song::mainArtist).distinct()).hasSize(20);
  }

  @Test
  void thirtyOfAHundredHaveNoIsrcAtSpotify() {
    assertThat(HUNDRED).filteredOn(song -> song.has(Quirk.SPOTIFY_WITHOUT_ISRC)).hasSize(30);
  }

  @Test
  void musicBrainzHasTheIsrcOfFourFifthsOfThose() {
    assertThat(HUNDRED).filteredOn(song -> song.has(Quirk.MUSICBRAINZ_WITHOUT_ISRCS)).hasSize(6);
  }

  @Test
  void everySongIsFoundByEachOfItsIds() {
    for (int number : new int[] {0, 42, 99_999, 9_999_999}) {
      Song song = InventedSongs.at(number);

      assertThat(InventedSongs.byIsrc(song.isrc())).contains(song);
      assertThat(InventedSongs.bySpotifyId(song.spotifyId())).contains(song);
      assertThat(InventedSongs.byDeezerId(song.deezerId())).contains(song);
      assertThat(InventedSongs.mentionedIn(song.title())).contains(song);
      assertThat(InventedSongs.mentionedIn(song.mainArtist())).contains(song);
      assertThat(song.spotifyId()).hasSize(22);
    }
  }
}
