package io.linernotes.local.cli;

import static io.linernotes.local.cli.Upstream.DEEZER;
import static io.linernotes.local.cli.Upstream.LASTFM;
import static io.linernotes.local.cli.Upstream.MUSICBRAINZ;
import static io.linernotes.local.cli.Upstream.SPOTIFY_ACCOUNTS;

import java.util.Set;

/** A credential that real providers need, with a placeholder value for simulated ones. */
enum Credential {
  SPOTIFY_CLIENT_ID(
      false,
      Set.of(SPOTIFY_ACCOUNTS),
      "local-client",
      "Create an app at https://developer.spotify.com/dashboard and set it to the app's client id."),
  SPOTIFY_CLIENT_SECRET(
      true,
      Set.of(SPOTIFY_ACCOUNTS),
      "local-secret",
      "Create an app at https://developer.spotify.com/dashboard and set it to the app's client secret."),
  LASTFM_API_KEY(
      true,
      Set.of(LASTFM),
      "local-key",
      "Create an API account at https://www.last.fm/api/account/create and set it to its key."),
  CONTACT(
      false,
      Set.of(MUSICBRAINZ, LASTFM, DEEZER),
      "local@example.org",
      "Set it to an e-mail address or URL at which providers can reach you.");

  private final boolean secret;
  private final Set<Upstream> users;
  private final String harmless;
  private final String remedy;

  Credential(boolean secret, Set<Upstream> users, String harmless, String remedy) {
    this.secret = secret;
    this.users = users;
    this.harmless = harmless;
    this.remedy = remedy;
  }

  /** Whether it is a secret rather than a parameter of the template. */
  boolean isSecret() {
    return secret;
  }

  /** The upstreams that it is sent to. */
  Set<Upstream> users() {
    return users;
  }

  /** The placeholder value for upstreams that do not check it. */
  String harmless() {
    return harmless;
  }

  /** Advice for the user when it is missing. */
  String remedy() {
    return remedy;
  }
}
