package io.linernotes.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.invalidation.NamedKey.Subject;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.session.Scope;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedKeyTest {

  private static final SpotifyId PLAYLIST = new SpotifyId("37i9dQZF1DXcBWIGoYBM5M");

  @Test
  void knowsWhatKeysAreAbout() {
    SpotifyId track = Objects.requireNonNull(Songs.comeTogether().id());

    assertThat(subject(PlaylistKeys.playlist(PLAYLIST).value()))
        .isEqualTo(new Subject.OfPlaylist(PLAYLIST));
    assertThat(subject(PlaylistKeys.page(PLAYLIST, 150).value()))
        .isEqualTo(new Subject.OfPage(PLAYLIST, 150));
    assertThat(subject(EnrichmentKeys.track(track).value())).isEqualTo(new Subject.OfTrack(track));
    assertThat(subject(EnrichmentKeys.audioFeatures(track).value()))
        .isEqualTo(new Subject.OfAudioFeatures(Track.of(track, null, null, List.of(), null)));
    assertThat(subject("reccobeats:audio_features:isrc:USSM10804556"))
        .isEqualTo(new Subject.OfAudioFeatures(Songs.halo()));
    assertThat(subject(EnrichmentKeys.deezer(Songs.comeTogether()).value()))
        .isInstanceOf(Subject.OfDeezer.class);
    assertThat(subject(EnrichmentKeys.deezer(Songs.halo()).value()))
        .isEqualTo(new Subject.OfDeezer(Songs.halo()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lastfm:0123456789abcdef0123456789abcdef",
        "lastfm:correction:0123:4567",
        "artist_0123456789abcdef0123456789abcdef",
        "mb:isrc:ac%2Fdc:a/b c:251",
        "deezer:search:GBAYE0601690:260",
        "spotify:search:0123",
        "spotify:recommendations:0123",
        "spotify:user:somebody",
        "cooldown:deezer",
        "spotify:playlist_change:37i9dQZF1DXcBWIGoYBM5M",
        "bpm:isrc:NOT-AN-ISRC-AT-ALL",
        "reccobeats:audio_features:isrc:NOT-AN-ISRC-AT-ALL",
        "user:0a1b2c:spotify:playlist:37i9dQZF1DXcBWIGoYBM5M"
      })
  void takesKeysThatTellNoQuestion(String text) {
    assertThat(subject(text)).isEqualTo(new Subject.Other());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "bpm:",
        "count:2026-11-01",
        "demand:2026-11-01:3",
        "session:1",
        "user:a:b"
      })
  void takesNothingElse(String text) {
    assertThat(NamedKey.parse(text)).isEmpty();
    assertThat(NamedKey.parse("bpm:" + "x".repeat(1_100))).isEmpty();
  }

  @Test
  void knowsWhatIsAUsersOwn() {
    assertThat(Scope.isUsersOwn("user:0a1b2c:spotify:user:me")).isTrue();
    assertThat(Scope.isUsersOwn("spotify:user:me")).isFalse();
  }

  private static Subject subject(String text) {
    return NamedKey.parse(text).orElseThrow().subject();
  }
}
