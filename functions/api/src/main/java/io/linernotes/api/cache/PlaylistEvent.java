package io.linernotes.api.cache;

import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.json.Json;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the app reports about a playlist. */
enum PlaylistEvent {
  CREATED,
  UPDATED,
  TRACKS_ADDED,
  TRACKS_REMOVED,
  DELETED;

  private static final String TYPES =
      Stream.of(values()).map(PlaylistEvent::type).collect(Collectors.joining(", "));

  /** The event in the body of {@code POST /v1/playlists/{playlist_id}/events}. */
  static PlaylistEvent parse(Json body) {
    String type = body.at("type").isText() ? body.text("type") : null;
    return Stream.of(values())
        .filter(event -> event.type().equals(type))
        .findFirst()
        .orElseThrow(() -> BadRequestException.of("type", "type must be one of " + TYPES + "."));
  }

  private String type() {
    return name().toLowerCase(Locale.ROOT);
  }
}
