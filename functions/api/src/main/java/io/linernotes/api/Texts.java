package io.linernotes.api;

import io.linernotes.json.Json;
import io.linernotes.track.SpotifyId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Arrays of texts in a body, bounded. */
final class Texts {

  private Texts() {}

  /** The texts in the array of that name; none if it is absent. */
  static List<String> in(Json body, String field, int most) {
    if (!body.at(field).isPresent()) {
      return List.of();
    }
    List<Json> elements = body.at(field).isArray() ? body.list(field) : List.of();
    if (!body.at(field).isArray() || elements.size() > most) {
      throw BadRequestException.of(
          field, field + " is an array of at most " + most + " texts: send more of them apart.");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      String text = elements.get(i).isText() ? elements.get(i).text() : null;
      if (text == null) {
        throw BadRequestException.of(field + "[" + i + "]", "This is a text, and not a blank one.");
      }
      texts.add(text);
    }
    return texts;
  }

  /** The Spotify ids in the array of that name, each once. */
  static Set<SpotifyId> spotifyIds(Json body, String field, int most) {
    List<String> texts = in(body, field, most);
    Set<SpotifyId> ids = new LinkedHashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      ids.add(spotifyId(texts.get(i), field + "[" + i + "]"));
    }
    return ids;
  }

  static SpotifyId spotifyId(String text, String field) {
    return SpotifyId.parse(text)
        .orElseThrow(
            () ->
                BadRequestException.of(
                    field,
                    "A Spotify id has 22 letters and digits, for example 37i9dQZF1DXcBWIGoYBM5M."));
  }
}
