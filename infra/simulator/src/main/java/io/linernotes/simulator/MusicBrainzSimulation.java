package io.linernotes.simulator;

import io.linernotes.simulator.LuceneQuery.BadQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MusicBrainz's web service: the recording search and the lookup by ISRC. */
final class MusicBrainzSimulation implements Simulation {
  private static final int DEFAULT_LIMIT = 25;
  private static final int MOST = 100;

  private final Catalogue catalogue;
  private final Routes routes;

  MusicBrainzSimulation(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.routes =
        new Routes(request -> MusicBrainzReplies.error(404, "Not Found"))
            .add("GET /recording", this::search)
            .add("GET /isrc/{isrc}", this::isrc);
  }

  @Override
  public Call route(Request request) {
    Call call = routes.route(request);
    return namesContact(request)
        ? call
        : new Call(call.endpoint(), MusicBrainzReplies::genericAgent);
  }

  private Reply search(Request request) {
    Optional<String> query = request.parameter("query");
    if (query.isEmpty()) {
      return MusicBrainzReplies.error(
          400,
          "You submitted a blank search query. You must include a non-blank 'query=' parameter with"
              + " your search.");
    }
    try {
      List<Hit> hits = hits(query.get());
      int offset = Math.min(request.number("offset", 0).orElse(0), hits.size());
      int end = Math.min(offset + limit(request), hits.size());
      List<Hit> page = hits.subList(offset, end);
      return wantsJson(request) ? json(page, hits.size(), offset) : xml(page, hits.size(), offset);
    } catch (BadQuery e) {
      return MusicBrainzReplies.error(400, "Failed to parse the query: " + e.getMessage());
    }
  }

  private List<Hit> hits(String text) {
    LuceneQuery query = LuceneQuery.parse(text);
    List<Hit> hits =
        catalogue
            .candidates(text)
            .flatMap(song -> Recording.of(song).stream())
            .map(recording -> new Hit(recording, query.score(recording)))
            .filter(hit -> hit.score() > 0)
            .sorted(
                Comparator.comparingDouble(Hit::score)
                    .reversed()
                    .thenComparing(hit -> !hit.recording().live()))
            .toList();
    double best = hits.isEmpty() ? 1 : hits.getFirst().score();
    return hits.stream().map(hit -> new Hit(hit.recording(), 100 * hit.score() / best)).toList();
  }

  private static Reply json(List<Hit> page, int count, int offset) {
    List<Map<String, Object>> recordings =
        page.stream()
            .map(hit -> MusicBrainzJson.hit(hit.recording(), (int) Math.round(hit.score())))
            .toList();
    return Reply.ok(
        Json.object(
            "created", Instant.EPOCH.toString(),
            "count", count,
            "offset", offset,
            "recordings", recordings));
  }

  /** The XML reply to a request that does not accept JSON. */
  private static Reply xml(List<Hit> page, int count, int offset) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>")
            .append("<metadata xmlns=\"http://musicbrainz.org/ns/mmd-2.0#\">")
            .append("<recording-list count=\"%d\" offset=\"%d\">".formatted(count, offset));
    page.forEach(hit -> xml.append("<recording id=\"%s\"/>".formatted(hit.recording().id())));
    xml.append("</recording-list></metadata>");
    return Reply.text(200, "application/xml; charset=utf-8", xml.toString());
  }

  private Reply isrc(Request request, String isrc) {
    if (!isrc.matches("[A-Z]{2}[A-Z0-9]{3}[0-9]{7}")) {
      return MusicBrainzReplies.error(400, "Invalid isrc.");
    }
    String inc = request.parameter("inc").orElse("");
    List<Map<String, Object>> recordings =
        catalogue
            .candidates(isrc)
            .flatMap(song -> Recording.of(song).stream())
            .filter(recording -> recording.isrcs().contains(isrc))
            .map(recording -> MusicBrainzJson.lookup(recording, inc))
            .toList();
    return recordings.isEmpty()
        ? MusicBrainzReplies.error(404, "Not Found")
        : Reply.ok(Json.object("isrc", isrc, "recordings", recordings));
  }

  /** The limit; outside 1 to 100, MusicBrainz silently uses the default. */
  private static int limit(Request request) {
    return request
        .number("limit", DEFAULT_LIMIT)
        .filter(limit -> limit >= 1 && limit <= MOST)
        .orElse(DEFAULT_LIMIT);
  }

  private static boolean wantsJson(Request request) {
    return request.parameter("fmt").equals(Optional.of("json"))
        || request.header("Accept").filter(type -> type.contains("application/json")).isPresent();
  }

  private static boolean namesContact(Request request) {
    String agent = request.header("User-Agent").orElse("");
    return agent.contains("@") || agent.contains("://");
  }

  private record Hit(Recording recording, double score) {}
}
