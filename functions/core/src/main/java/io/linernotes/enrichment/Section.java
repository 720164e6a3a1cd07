package io.linernotes.enrichment;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of the answer about a track, which a request may include or not. */
public enum Section {
  DEEZER,
  LASTFM,
  ARTISTS,
  AUDIO_FEATURES;

  /** The name in requests and answers: {@code deezer}, {@code audio_features}, … */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The section of that name. */
  public static Optional<Section> named(String id) {
    return Stream.of(values()).filter(section -> section.id().equals(id)).findFirst();
  }
}
