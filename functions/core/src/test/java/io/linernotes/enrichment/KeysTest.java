package io.linernotes.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.property.Property;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.Names;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The exact keys, which other services and existing entries rely on. */
class KeysTest {

  private static final Track COME_TOGETHER = Songs.comeTogether();
  private static final SpotifyId ID = new SpotifyId("2EqlS6tkEnglzr7tkKAAYD");

  @Test
  void deezerTrackByIdElseIsrcElseNames() {
    assertThat(EnrichmentKeys.deezer(COME_TOGETHER)).hasToString("bpm:2EqlS6tkEnglzr7tkKAAYD");
    assertThat(EnrichmentKeys.deezer(Songs.halo())).hasToString("bpm:isrc:USSM10804556");
    assertThat(EnrichmentKeys.deezer(Songs.hanataba()))
        .hasToString("bpm:" + Names.hash("宇多田ヒカル", "花束を君に", "276"));
  }

  @Test
  void deezerSearch() {
    Isrc isrc = new Isrc("GBAYE0601690");

    assertThat(EnrichmentKeys.deezerSearch(isrc, Duration.ofMillis(259_946)))
        .hasToString("deezer:search:GBAYE0601690:260");
    assertThat(EnrichmentKeys.deezerSearch(isrc, null)).hasToString("deezer:search:GBAYE0601690:");
  }

  @Test
  void isrc() {
    assertThat(EnrichmentKeys.isrc(Songs.teardrop()).map(CacheKey::value))
        .contains("mb:isrc:massive attack:teardrop:331");
    assertThat(EnrichmentKeys.isrc(Songs.hanataba()).map(CacheKey::value))
        .contains("mb:isrc:宇多田ヒカル:花束を君に:276");
    assertThat(EnrichmentKeys.isrc(named("100%:", "A:B", null)).map(CacheKey::value))
        .contains("mb:isrc:100%25%3A:a%3Ab:");
    assertThat(EnrichmentKeys.isrc(Songs.halo())).isEmpty();
  }

  @Test
  void lastfm() {
    assertThat(EnrichmentKeys.lastfm("The Beatles", "Come Together"))
        .hasToString("lastfm:8e675e75eb4ded2ae1946e24d750104b");
    assertThat(EnrichmentKeys.lastfm(named("THE  Beatles ", "come together", null)))
        .contains(EnrichmentKeys.lastfm("The Beatles", "Come Together"));
  }

  @Test
  void artistAndCorrection() {
    assertThat(EnrichmentKeys.artist("Björk"))
        .hasToString("artist_590a34408cfed52d0fc682d0c112dc26");
    assertThat(EnrichmentKeys.correction("Björk", "Jóga"))
        .hasToString(
            "lastfm:correction:590a34408cfed52d0fc682d0c112dc26:84441c7e312ec3f57844680630913ea3");
  }

  @Test
  void spotify() {
    assertThat(EnrichmentKeys.audioFeatures(ID))
        .hasToString("spotify:audio_features:2EqlS6tkEnglzr7tkKAAYD");
    assertThat(EnrichmentKeys.track(ID)).hasToString("spotify:track:2EqlS6tkEnglzr7tkKAAYD");
    assertThat(PlaylistKeys.playlist(ID)).hasToString("spotify:playlist:2EqlS6tkEnglzr7tkKAAYD");
    assertThat(PlaylistKeys.page(ID, 100))
        .hasToString("spotify:playlist_tracks:2EqlS6tkEnglzr7tkKAAYD:100");
  }

  @Test
  void lifetimes() {
    assertThat(EnrichmentKeys.DEEZER_TRACK.freshFor()).isEqualTo(Duration.ofDays(90));
    assertThat(EnrichmentKeys.DEEZER_TRACK.grace()).isEqualTo(Duration.ofDays(7));
    assertThat(EnrichmentKeys.DEEZER_SEARCH.freshFor()).isEqualTo(Duration.ofDays(7));
    assertThat(EnrichmentKeys.ISRC.freshFor()).isEqualTo(Duration.ofDays(30));
    assertThat(EnrichmentKeys.LASTFM_TRACK.freshFor()).isEqualTo(Duration.ofDays(7));
    assertThat(EnrichmentKeys.LASTFM_ARTIST.freshFor()).isEqualTo(Duration.ofDays(7));
    assertThat(EnrichmentKeys.LASTFM_CORRECTION.freshFor()).isEqualTo(Duration.ofDays(30));
    assertThat(EnrichmentKeys.AUDIO_FEATURES.freshFor()).isEqualTo(Duration.ofDays(7));
    assertThat(EnrichmentKeys.AUDIO_FEATURES.grace()).isEqualTo(Duration.ofHours(24));
    assertThat(EnrichmentKeys.TRACK.freshFor()).isEqualTo(Duration.ofDays(7));
    assertThat(PlaylistKeys.PLAYLIST.freshFor()).isEqualTo(Duration.ofHours(24));
    assertThat(PlaylistKeys.PAGE.freshFor()).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void hashesNamesTooLongForAKey() {
    Track longTitle = named("Björk", "花".repeat(400), Duration.ofSeconds(60));

    assertThat(EnrichmentKeys.isrc(longTitle).map(CacheKey::value))
        .contains("mb:isrc:" + Names.hash("Björk", "花".repeat(400)) + ":60");
  }

  @Test
  void anyNamesMakeAKeyThatFits() {
    Property.holds(
        cases -> {
          String artist = cases.text(2000);
          String title = cases.text(2000);

          assertThat(EnrichmentKeys.isrc(named(artist, title, null)).orElseThrow().value())
              .satisfies(key -> assertThat(CacheKey.fits(key)).isTrue());
        });
  }

  @Test
  void differentNamesNeverShareAKey() {
    Property.holds(
        cases -> {
          String artist = cases.text(20);
          String title = cases.text(20);
          String otherArtist = cases.text(20);
          String otherTitle = cases.text(20);

          boolean same =
              Names.normalized(artist).equals(Names.normalized(otherArtist))
                  && Names.normalized(title).equals(Names.normalized(otherTitle));

          Track one = named(artist, title, null);
          Track other = named(otherArtist, otherTitle, null);

          assertThat(EnrichmentKeys.isrc(one).equals(EnrichmentKeys.isrc(other))).isEqualTo(same);
          assertThat(EnrichmentKeys.lastfm(one).equals(EnrichmentKeys.lastfm(other)))
              .isEqualTo(same);
          assertThat(EnrichmentKeys.deezer(one).equals(EnrichmentKeys.deezer(other)))
              .isEqualTo(same);
        });
  }

  /** The same letters, split otherwise into artist and title, are other names. */
  @Test
  void noSeparatorSplitsAField() {
    Property.holds(
        cases -> {
          String left = cases.text(1, 10);
          String right = cases.text(1, 10);

          for (String separator : List.of(":", "%3A", "%", "\u001F", ":%")) {
            Track one = named("a" + left + separator + right + "z", "t", null);
            Track other = named("a" + left, right + "z" + separator + "t", null);

            assertThat(EnrichmentKeys.isrc(one)).isNotEqualTo(EnrichmentKeys.isrc(other));
            assertThat(EnrichmentKeys.lastfm(one)).isNotEqualTo(EnrichmentKeys.lastfm(other));
          }
        });
  }

  private static Track named(String artist, String title, @Nullable Duration duration) {
    return Track.of(null, null, title, List.of(Artist.named(artist)), duration);
  }
}
