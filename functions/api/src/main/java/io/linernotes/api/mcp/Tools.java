package io.linernotes.api.mcp;

import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.PlaylistAnalyzer;
import io.linernotes.analysis.PlaylistAnswer;
import io.linernotes.analysis.PlaylistRequest;
import io.linernotes.analysis.TrackAnalyzer;
import io.linernotes.api.analysis.EnrichmentRequest;
import io.linernotes.api.analysis.PlaylistRoutes;
import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.api.exchange.LongPoll;
import io.linernotes.api.exchange.Lookups;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
import io.linernotes.api.session.Sessions;
import io.linernotes.enrichment.Section;
import io.linernotes.json.Json;
import io.linernotes.json.PlainFormat;
import io.linernotes.matching.Comparison;
import io.linernotes.matching.Listing;
import io.linernotes.mixing.Arc;
import io.linernotes.mixing.OrderRequest;
import io.linernotes.mixing.SetOrder;
import io.linernotes.mixing.Transition;
import io.linernotes.track.SpotifyId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tools, which work on the tracks of a playlist or on tracks that the caller describes. */
public final class Tools {

  /** The tools' names in {@code tools.json}. */
  static final List<String> NAMES =
      List.of(
          "analyze_playlist",
          "enrich_tracks",
          "score_transition",
          "order_set",
          "suggest_next",
          "explain_match");

  /** The sections that mixing needs; tags and notes take longer and cost tokens. */
  private static final Set<Section> SECTIONS = Set.of(Section.DEEZER, Section.AUDIO_FEATURES);

  /**
   * Marks a result that another call will complete, for programs that repeat calls for a client.
   */
  private static final Map<String, Boolean> PENDING = Map.of("io.linernotes/pending", true);

  private static final int WAIT_SECONDS = 20;
  private static final int SHOWN = 40;
  private static final int MOST_SHOWN = 100;
  private static final int MOST_TRACKS = OrderRequest.MOST_TRACKS;
  private static final int LARGEST_OFFSET = 20_000;
  private static final Pattern PLAYLIST = Pattern.compile("(?:^|[/:])([0-9A-Za-z]{22})(?:$|[?/#])");

  private final PlaylistAnalyzer playlists;
  private final TrackAnalyzer tracks;
  private final Sessions sessions;
  private final LongPoll longPoll;
  private final InstantSource clock;

  /** Tools over these analyzers. */
  public Tools(
      PlaylistAnalyzer playlists,
      TrackAnalyzer tracks,
      Sessions sessions,
      LongPoll longPoll,
      InstantSource clock) {
    this.playlists = playlists;
    this.tracks = tracks;
    this.sessions = sessions;
    this.longPoll = longPoll;
    this.clock = clock;
  }

  /**
   * The result of a tool.
   *
   * @param json the result in the protocol's format
   * @param lookups what the cache held for it
   */
  record Result(String json, Lookups lookups) {

    /** A result whose output is included twice: structured for programs, and as text for models. */
    static Result of(Map<String, Object> output, Lookups lookups) {
      String text = PlainFormat.compactText(output);
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("content", content(text));
      result.put("structuredContent", output);
      result.put("isError", false);
      if (!"complete".equals(output.getOrDefault("status", "complete"))) {
        result.put("_meta", PENDING);
      }
      return new Result(PlainFormat.compactText(result), lookups);
    }

    /** A result without output yet. */
    static Result pending(String words) {
      return new Result(
          PlainFormat.compactText(
              Map.of("content", content(words), "isError", true, "_meta", PENDING)),
          Lookups.NONE);
    }

    /** An error that says why there is no output, and what to do about it. */
    static Result failed(String words) {
      return new Result(
          PlainFormat.compactText(Map.of("content", content(words), "isError", true)),
          Lookups.NONE);
    }

    private static List<Map<String, String>> content(String text) {
      return List.of(Map.of("type", "text", "text", text));
    }
  }

  /**
   * Runs a tool.
   *
   * @param name one of {@link #NAMES}
   */
  Result call(String name, Json arguments, Request request, Instant latest, Progress progress) {
    Call call = new Call(arguments, request, latest, progress);
    try {
      return switch (name) {
        case "analyze_playlist" -> call.analyzePlaylist();
        case "enrich_tracks" -> call.enrichTracks();
        case "score_transition" -> call.scoreTransition();
        case "order_set" -> call.orderSet();
        case "suggest_next" -> call.suggestNext();
        case "explain_match" -> explainMatch(arguments);
        default -> throw new IllegalArgumentException(name);
      };
    } catch (NotHereYetException e) {
      return Result.pending(e.getMessage());
    } catch (BadRequestException e) {
      Problem problem = e.problem();
      return Result.failed(
          problem.field() == null ? problem.detail() : problem.field() + ": " + problem.detail());
    }
  }

  /** One call of a tool. */
  private final class Call {
    private final Json arguments;
    private final Request request;
    private final Instant latest;
    private final Progress progress;

    Call(Json arguments, Request request, Instant latest, Progress progress) {
      this.arguments = arguments;
      this.request = request;
      this.latest = latest;
      this.progress = progress;
    }

    Result analyzePlaylist() {
      int offset = number(arguments, "offset", 0, 0, LARGEST_OFFSET);
      int limit = number(arguments, "limit", SHOWN, 1, MOST_SHOWN);
      SetRows rows = playlist(offset, limit);
      Map<String, Object> output = rows.output(SetRows.COLUMNS);
      output.put("rows", rows.all());
      return Result.of(output, rows.lookups());
    }

    Result enrichTracks() {
      SetRows rows = described();
      Map<String, Object> output = rows.output(SetRows.COLUMNS);
      output.put("rows", rows.all());
      return Result.of(output, rows.lookups());
    }

    Result scoreTransition() {
      SetRows rows = set();
      int from = index(rows, "from");
      int to = index(rows, "to");
      Transition transition = Transition.between(rows.track(from), rows.track(to));
      Map<String, Object> output = rows.output(SetRows.COLUMNS);
      output.put("rows", List.of(rows.row(from), rows.row(to)));
      output.put("score", rounded(transition.score()));
      output.put("clash", transition.clash());
      output.put("reason", transition.reason());
      return Result.of(output, rows.lookups());
    }

    Result orderSet() {
      SetRows rows = set();
      List<Integer> indexes = rows.indexes();
      Integer start = place(rows, indexes, "start");
      Integer end = place(rows, indexes, "end");
      if (start != null && start.equals(end)) {
        throw BadRequestException.of("end", "start and end must be two tracks.");
      }
      SetOrder order =
          SetOrder.of(
              new OrderRequest(indexes.stream().map(rows::track).toList(), arc(), start, end));
      List<String> ordered = new ArrayList<>();
      for (int place = 0; place < order.positions().size(); place++) {
        String row = rows.row(indexes.get(order.positions().get(place)));
        ordered.add(
            place == 0
                ? row + "|"
                : row + "|" + rounded(order.transitions().get(place - 1).score()));
      }
      Map<String, Object> output = rows.output(SetRows.COLUMNS + "|score");
      output.put("rows", ordered);
      putRounded(output, "score", order.score());
      putRounded(output, "given_score", order.givenScore());
      putRounded(output, "arc_fit", order.arcFit());
      output.put(
          "clashes",
          IntStream.range(0, order.transitions().size())
              .filter(place -> order.transitions().get(place).clash())
              .mapToObj(
                  place ->
                      indexes.get(order.positions().get(place))
                          + " to "
                          + indexes.get(order.positions().get(place + 1))
                          + ": "
                          + order.transitions().get(place).reason())
              .limit(10)
              .toList());
      return Result.of(output, rows.lookups());
    }

    Result suggestNext() {
      SetRows rows = set();
      int current = index(rows, "current");
      Set<Integer> played = new HashSet<>(played());
      played.add(current);
      int count = number(arguments, "count", 5, 1, 20);
      List<Map.Entry<Integer, Transition>> best =
          rows.indexes().stream()
              .filter(index -> !played.contains(index))
              .map(
                  index ->
                      Map.entry(index, Transition.between(rows.track(current), rows.track(index))))
              .sorted(
                  Comparator.comparingDouble(
                          (Map.Entry<Integer, Transition> each) -> each.getValue().score())
                      .reversed()
                      .thenComparing(Map.Entry::getKey))
              .limit(count)
              .toList();
      Map<String, Object> output = rows.output(SetRows.COLUMNS + "|score|reason");
      output.put("current", rows.row(current));
      output.put(
          "rows",
          best.stream()
              .map(
                  each ->
                      rows.row(each.getKey())
                          + "|"
                          + rounded(each.getValue().score())
                          + "|"
                          + each.getValue().reason())
              .toList());
      return Result.of(output, rows.lookups());
    }

    private List<Integer> played() {
      return arguments.list("played").stream()
          .map(each -> each.isNumber() ? each.wholeNumber() : null)
          .map(
              index ->
                  index == null
                      ? refused("played", "played must be an array of indexes of rows.")
                      : index.intValue())
          .toList();
    }

    private @Nullable Arc arc() {
      String name = arguments.text("arc");
      if (name == null) {
        return null;
      }
      return Stream.of(Arc.values())
          .filter(arc -> arc.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst()
          .orElseThrow(
              () -> BadRequestException.of("arc", "arc must be build, peak, chill or wave."));
    }

    private @Nullable Integer place(SetRows rows, List<Integer> indexes, String field) {
      return arguments.at(field).isPresent() ? indexes.indexOf(index(rows, field)) : null;
    }

    private int index(SetRows rows, String field) {
      Long index = arguments.at(field).isNumber() ? arguments.wholeNumber(field) : null;
      if (index == null || !rows.has(index.intValue())) {
        throw BadRequestException.of(
            field,
            field
                + " must be the index of a row: the first number of a row that analyze_playlist or"
                + " enrich_tracks shows.");
      }
      return index.intValue();
    }

    /** The tracks of the playlist, or those that the caller describes. */
    private SetRows set() {
      SetRows rows =
          arguments.at("playlist_id").isPresent() ? playlist(0, MOST_TRACKS) : described();
      rows.requireFetched();
      return rows;
    }

    private SetRows playlist(int offset, int limit) {
      SpotifyId id = playlistId();
      PlaylistRequest wanted = new PlaylistRequest(id, SECTIONS, offset, limit);
      PlaylistAnswer found =
          longPoll.await(
              () ->
                  told(
                      playlists.analyze(
                          wanted.as(sessions.viewer(request)),
                          request.context(id),
                          clock.instant())),
              PlaylistAnswer::onItsWay,
              longestWait(arguments, request),
              latest);
      return switch (found) {
        case PlaylistAnswer.Analyzed(Analysis analysis) -> SetRows.of(analysis);
        case PlaylistAnswer.NotHereYet(@Nullable Duration refusedFor) ->
            SetRows.notHereYet(refusedFor);
        case PlaylistAnswer.Unknown() -> throw new BadRequestException(PlaylistRoutes.unknown(id));
        case PlaylistAnswer.Forbidden() ->
            throw new BadRequestException(PlaylistRoutes.forbidden(id));
      };
    }

    private PlaylistAnswer told(PlaylistAnswer answer) {
      if (answer instanceof PlaylistAnswer.Analyzed(Analysis analysis)) {
        told(analysis);
      }
      return answer;
    }

    private Analysis told(Analysis analysis) {
      progress.at(analysis.progress().resolved(), analysis.progress().total());
      return analysis;
    }

    private SetRows described() {
      EnrichmentRequest wanted = EnrichmentRequest.parse(arguments);
      return SetRows.of(
          longPoll.await(
              () ->
                  told(
                      tracks.analyze(
                          wanted.tracks(), SECTIONS, request.context(), clock.instant())),
              Analysis::onItsWay,
              longestWait(arguments, request),
              latest));
    }

    private SpotifyId playlistId() {
      String text = Objects.requireNonNullElse(arguments.text("playlist_id"), "");
      Matcher matcher = PLAYLIST.matcher(text);
      if (!matcher.find()) {
        throw BadRequestException.of(
            "playlist_id",
            "A playlist is a Spotify id of 22 letters and digits, or its open.spotify.com link.");
      }
      return new SpotifyId(matcher.group(1));
    }
  }

  private static Result explainMatch(Json arguments) {
    Comparison comparison =
        listing(arguments, "wanted").comparedWith(listing(arguments, "offered"));
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("accepted", comparison.accepted());
    output.put("confidence", rounded(comparison.confidence()));
    output.put("reason", comparison.reason());
    return Result.of(output, Lookups.NONE);
  }

  private static Listing listing(Json arguments, String field) {
    Json listing = arguments.at(field);
    String title = listing.text("title");
    List<String> artists =
        listing.list("artists").stream().map(each -> each.text()).filter(Objects::nonNull).toList();
    if (title == null || artists.isEmpty()) {
      throw BadRequestException.of(
          field, field + " must be an object with title, artists and, if known, duration_ms.");
    }
    Long millis = listing.wholeNumber("duration_ms");
    return Listing.of(
        title, artists, millis == null || millis <= 0 ? null : Duration.ofMillis(millis));
  }

  private static Duration longestWait(Json arguments, Request request) {
    Duration preferred = request.longestWait();
    return preferred.isZero()
        ? Duration.ofSeconds(number(arguments, "wait_seconds", WAIT_SECONDS, 0, 25))
        : preferred;
  }

  private static int number(Json arguments, String field, int fallback, int least, int most) {
    if (!arguments.at(field).isPresent()) {
      return fallback;
    }
    Long number = arguments.at(field).isNumber() ? arguments.wholeNumber(field) : null;
    return number == null || number < least || number > most
        ? refused(field, field + " must be a whole number from " + least + " to " + most + ".")
        : number.intValue();
  }

  private static int refused(String field, String detail) {
    throw BadRequestException.of(field, detail);
  }

  private static void putRounded(Map<String, Object> output, String field, @Nullable Double value) {
    if (value != null) {
      output.put(field, rounded(value));
    }
  }

  static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
  }
}
