package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PlaylistReferenceTest {
  private final PlaylistReference reference = new PlaylistReference();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "37i9dQZF1DXcBWIGoYBM5M",
        " 37i9dQZF1DXcBWIGoYBM5M ",
        "spotify:playlist:37i9dQZF1DXcBWIGoYBM5M",
        "spotify:user:ada:playlist:37i9dQZF1DXcBWIGoYBM5M",
        "https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M",
        "https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M?si=6a0b&pi=x",
        "https://open.spotify.com/intl-de/playlist/37i9dQZF1DXcBWIGoYBM5M/",
        "https://open.spotify.com/embed/playlist/37i9dQZF1DXcBWIGoYBM5M",
        "https://open.spotify.com/user/ada/playlist/37i9dQZF1DXcBWIGoYBM5M",
        "open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M"
      })
  void takesWhatPeoplePaste(String text) {
    assertThat(reference.convert(text).value()).isEqualTo("37i9dQZF1DXcBWIGoYBM5M");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "37i9dQZF1DXcBWIGoYBM5",
        "spotify:album:37i9dQZF1DXcBWIGoYBM5M",
        "https://open.spotify.com/album/37i9dQZF1DXcBWIGoYBM5M",
        "https://open.spotify.com.example.org/playlist/37i9dQZF1DXcBWIGoYBM5M",
        "https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5Mx"
      })
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> reference.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("spotify:playlist:");
  }
}
