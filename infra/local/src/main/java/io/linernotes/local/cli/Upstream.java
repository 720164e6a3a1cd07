package io.linernotes.local.cli;

import java.util.Locale;

/** An API that the service calls, and the variable that holds its base URL. */
enum Upstream {
  SPOTIFY("Spotify", "SPOTIFY_API_URL"),
  SPOTIFY_ACCOUNTS("Spotify accounts", "SPOTIFY_ACCOUNTS_URL"),
  DEEZER("Deezer", "DEEZER_API_URL"),
  MUSICBRAINZ("MusicBrainz", "MUSICBRAINZ_API_URL"),
  LASTFM("Last.fm", "LASTFM_API_URL"),
  RECCOBEATS("ReccoBeats", "RECCOBEATS_API_URL");

  private final String title;
  private final String variable;

  Upstream(String title, String variable) {
    this.title = title;
    this.variable = variable;
  }

  /** Its display name. */
  String title() {
    return title;
  }

  /** The environment variable that holds its base URL. */
  String variable() {
    return variable;
  }

  /**
   * Whether a template parameter sets this environment variable: {@code DeezerApiUrl} sets {@code
   * DEEZER_API_URL}.
   */
  static boolean isSame(String variable, String parameter) {
    return variable.replace("_", "").equals(parameter.toUpperCase(Locale.ROOT));
  }
}
