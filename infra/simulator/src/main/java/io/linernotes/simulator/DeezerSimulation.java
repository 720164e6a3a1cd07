package io.linernotes.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Deezer's public API. */
final class DeezerSimulation {
  private static final Pattern ISRC_QUERY = Pattern.compile("isrc:\"?([A-Za-z0-9]+)\"?");
  private static final Pattern FILTER = Pattern.compile("(artist|track|album):\"([^\"]*)\"");

  private final Catalogue catalogue;
  private final String apiUrl;

  DeezerSimulation(Catalogue catalogue, String apiUrl) {
    this.catalogue = catalogue;
    this.apiUrl = apiUrl;
  }

  Routes routes() {
    return new Routes(request -> Reply.json(404, Map.of("error", "Not Found")))
        .add("GET /track/isrc:{isrc}", (request, isrc) -> trackByIsrc(isrc))
        .add("GET /2.0/track/isrc:{isrc}", (request, isrc) -> trackByIsrc(isrc))
        .add("GET /track/{id}", (request, id) -> track(id))
        .add("GET /search", this::search)
        .add("GET /search/track", this::search);
  }

  private Reply trackByIsrc(String isrc) {
    return catalogue
        .byIsrc(isrc)
        .filter(DeezerSimulation::isKnownByIsrc)
        .map(song -> song.has(Quirk.DEEZER_MISFILED) ? misfiled(isrc) : DeezerJson.track(song))
        .map(Reply::ok)
        .orElseGet(() -> DeezerReplies.error(800));
  }

  /** Another song, which Deezer files under this ISRC by mistake. */
  private Map<String, Object> misfiled(String isrc) {
    Map<String, Object> other = DeezerJson.track(catalogue.songs().getFirst());
    other.put("isrc", isrc);
    return other;
  }

  private Reply track(String id) {
    if (!id.matches("\\d{1,18}")) {
      return DeezerReplies.error(800);
    }
    return catalogue
        .byDeezerId(Long.parseLong(id))
        .filter(song -> !song.has(Quirk.DEEZER_ABSENT))
        .map(song -> Reply.ok(DeezerJson.track(song)))
        .orElseGet(() -> DeezerReplies.error(800));
  }

  private Reply search(Request request) {
    Optional<String> query = request.parameter("q");
    if (query.isEmpty()) {
      return DeezerReplies.error(501);
    }
    List<Map<String, Object>> hits = hits(query.get());
    int start = Math.min(request.number("index", 0).orElse(0), hits.size());
    int end = Math.min(start + request.number("limit", 25).orElse(25), hits.size());
    Map<String, Object> page = Json.object("data", hits.subList(start, end), "total", hits.size());
    if (end < hits.size()) {
      page.put("next", apiUrl + "/search?q=" + query.get() + "&index=" + end);
    }
    return Reply.ok(page);
  }

  private List<Map<String, Object>> hits(String query) {
    if (query.contains("(feat")) {
      return List.of();
    }
    Matcher isrc = ISRC_QUERY.matcher(query);
    if (isrc.matches()) {
      return catalogue.byIsrc(isrc.group(1)).stream()
          .filter(song -> isKnownByIsrc(song) || song.has(Quirk.DEEZER_BY_SEARCH_ONLY))
          .filter(song -> !song.has(Quirk.DEEZER_MISFILED))
          .flatMap(DeezerSimulation::versions)
          .toList();
    }
    String words = FILTER.matcher(query).replaceAll(" ").strip();
    return catalogue
        .candidates(query)
        .filter(song -> !song.has(Quirk.DEEZER_ABSENT) && fits(song, query, words))
        .flatMap(DeezerSimulation::versions)
        .toList();
  }

  private static boolean fits(Song song, String query, String words) {
    List<Boolean> filters = new ArrayList<>();
    for (Matcher matcher = FILTER.matcher(query); matcher.find(); ) {
      filters.add(fitsFilter(song, matcher.group(1), matcher.group(2)));
    }
    return !filters.contains(false)
        && (words.isEmpty() ? !filters.isEmpty() : Text.containsWords(everything(song), words));
  }

  private static boolean fitsFilter(Song song, String filter, String value) {
    return switch (filter) {
      case "artist" -> song.artists().stream().anyMatch(name -> Text.containsPhrase(name, value));
      case "track" -> Text.containsPhrase(song.title(), value);
      default -> Text.containsPhrase(song.album(), value);
    };
  }

  /** The search returns a shorter version first for songs that only a search finds. */
  private static Stream<Map<String, Object>> versions(Song song) {
    return song.has(Quirk.DEEZER_BY_SEARCH_ONLY)
        ? Stream.of(
            DeezerJson.otherVersion(song, "(Radio Edit)", song.duration().toSeconds() - 45),
            DeezerJson.hit(song))
        : Stream.of(DeezerJson.hit(song));
  }

  private static boolean isKnownByIsrc(Song song) {
    return !song.has(Quirk.DEEZER_ABSENT)
        && !song.has(Quirk.DEEZER_BY_NAME_ONLY)
        && !song.has(Quirk.DEEZER_BY_SEARCH_ONLY);
  }

  private static String everything(Song song) {
    return song.title() + " " + String.join(" ", song.artists()) + " " + song.album();
  }
}
