package io.linernotes.simulator;

import java.util.Locale;

/** The providers that the simulator stands in for. */
public enum Provider {
  SPOTIFY,
  DEEZER,
  MUSICBRAINZ,
  LASTFM,
  RECCOBEATS;

  /** The name in lower case, as reports spell it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
