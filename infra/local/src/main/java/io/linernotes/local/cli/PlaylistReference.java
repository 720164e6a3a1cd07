package io.linernotes.local.cli;

import io.linernotes.track.SpotifyId;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a playlist's id, its URI, or the URL that Spotify's apps share. */
final class PlaylistReference implements ITypeConverter<SpotifyId> {
  private static final Pattern FORMS =
      Pattern.compile(
          """
          (?x)
          (?: spotify: (?: user: [^:]+ : )? playlist: )? ([0-9A-Za-z]{22})
          | (?: https?:// )? open\\.spotify\\.com / (?: intl-[a-z-]+ / )? (?: embed / )?
            (?: user/ [^/]+ / )? playlist/ ([0-9A-Za-z]{22}) /? (?: [?\\#] .* )?
          """);

  @Override
  public SpotifyId convert(String text) {
    var matcher = FORMS.matcher(text.strip());
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'%s' is no playlist: give its id (22 letters and digits), its spotify:playlist: URI or its https://open.spotify.com/playlist/ URL"
              .formatted(Text.printable(text)));
    }
    return new SpotifyId(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
  }
}
