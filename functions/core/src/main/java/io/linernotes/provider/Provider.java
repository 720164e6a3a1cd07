package io.linernotes.provider;

import java.util.Locale;

/** A service that metadata is fetched from. Each has a quota and a queue of its own. */
public enum Provider {
  SPOTIFY("Spotify"),
  DEEZER("Deezer"),
  MUSICBRAINZ("MusicBrainz"),
  LASTFM("Last.fm"),
  RECCOBEATS("ReccoBeats");

  private final String displayName;

  Provider(String displayName) {
    this.displayName = displayName;
  }

  /** The name in keys and answers: {@code spotify}, {@code lastfm}, … */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name as the provider writes it. */
  public String displayName() {
    return displayName;
  }
}
