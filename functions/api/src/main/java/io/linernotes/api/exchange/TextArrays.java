package io.linernotes.api.exchange;

import io.linernotes.json.Json;
import io.linernotes.track.SpotifyId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses bounded arrays of texts in a body. */
public final class TextArrays {

  private TextArrays() {}

  /** The texts in the array of that name; none if it is absent. */
  public static List<String> in(Json body, String field, int most) {
    if (!body.at(field).isPresent()) {
      return List.of();
    }
    List<Json> elements = body.at(field).isArray() ? body.list(field) : List.of();
    if (!body.at(field).isArray() || elements.size() > most) {
      throw BadRequestException.of(
          field,
          field
              + " must be an array of at most "
              + most
              + " texts: send the rest in another request.");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      String text = elements.get(i).exactText();
      if (text == null || text.isBlank()) {
        throw BadRequestException.of(
            field + "[" + i + "]", "Each element must be a text that is not blank.");
      }
      texts.add(text);
    }
    return texts;
  }

  /** The Spotify ids in the array of that name, each once. */
  public static Set<SpotifyId> spotifyIds(Json body, String field, int most) {
    List<String> texts = in(body, field, most);
    Set<SpotifyId> ids = new LinkedHashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      ids.add(spotifyId(texts.get(i), field + "[" + i + "]"));
    }
    return ids;
  }

  /** The Spotify id in a value of the body; null is refused. */
  public static SpotifyId spotifyId(@Nullable String text, String field) {
    return SpotifyId.parse(text)
        .orElseThrow(() -> BadRequestException.of(field, Request.SPOTIFY_ID));
  }
}
