package io.linernotes.api.exchange;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.linernotes.enrichment.Section;
import io.linernotes.json.Json;
import io.linernotes.planning.RequestContext;
import io.linernotes.task.CorrelationId;
import io.linernotes.track.Names;
import io.linernotes.track.SpotifyId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One HTTP request. Parts of it that are wrong throw a {@link BadRequestException}. */
public final class Request {

  /** What is said of a text that is not a Spotify id. */
  static final String SPOTIFY_ID =
      "A Spotify id has 22 letters and digits, for example 37i9dQZF1DXcBWIGoYBM5M.";

  private static final int LARGEST_BODY = 1024 * 1024;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
  private static final Pattern WAIT =
      Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,9})\"?(?:$|[,;\\s])");
  private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");
  private static final String SECTIONS =
      Stream.of(Section.values()).map(Section::id).collect(Collectors.joining(", "));

  private final APIGatewayProxyRequestEvent event;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** The request that API Gateway hands over. */
  public Request(APIGatewayProxyRequestEvent event) {
    this.event = event;
    if (event.getHeaders() != null) {
      headers.putAll(event.getHeaders());
    }
  }

  /** The method and the route's pattern: {@code GET /v1/playlists/{playlist_id}/analysis}. */
  public String route() {
    return method() + " " + resource();
  }

  /** The prefix of this API's paths where it is served: a stage such as {@code /live}, or "". */
  public String basePath() {
    String path = event.getRequestContext() == null ? null : event.getRequestContext().getPath();
    String resource = event.getResource();
    if (path == null || resource == null || !path.endsWith(resource)) {
      return "";
    }
    String base = path.substring(0, path.length() - resource.length());
    return BASE_PATH.matcher(base).matches() ? base : "";
  }

  /** The id that ties this request's log lines together: API Gateway's own, never a client's. */
  public String correlationId() {
    return CorrelationId.of(
        event.getRequestContext() == null ? null : event.getRequestContext().getRequestId());
  }

  /** On whose behalf this request plans: its tasks are a fairness group of their own. */
  public RequestContext context() {
    return new RequestContext(correlationId(), correlationId());
  }

  /**
   * On whose behalf this request plans for a playlist: requests for one playlist share a fairness
   * group. A signed-in user's do not, so that no message tells which playlist a track is on.
   */
  public RequestContext context(SpotifyId playlist) {
    return hasSession() ? context() : new RequestContext(correlationId(), playlist.value());
  }

  /** The path's pattern, with its parameters unfilled. */
  public String resource() {
    return String.valueOf(event.getResource());
  }

  /** The HTTP method. */
  public String method() {
    return String.valueOf(event.getHttpMethod());
  }

  /** Whether it names a session, whose user may see what others may not. */
  public boolean hasSession() {
    return headers.containsKey("x-session");
  }

  /** A part of the path, decoded; empty if it is not there. */
  public String path(String parameter) {
    @Nullable Map<String, String> parameters = event.getPathParameters();
    return parameters == null ? "" : parameters.getOrDefault(parameter, "");
  }

  /** The Spotify id in that part of the path. */
  public SpotifyId spotifyId(String pathParameter) {
    return SpotifyId.parse(path(pathParameter))
        .orElseThrow(() -> BadRequestException.of(pathParameter, SPOTIFY_ID));
  }

  /** The sections of {@code include}; all of them if it is absent. */
  public Set<Section> include() {
    String text = query("include").orElse(null);
    return text == null ? EnumSet.allOf(Section.class) : sections(List.of(text.split(",", -1)));
  }

  /** The sections of these names. */
  public static Set<Section> sections(List<String> names) {
    Set<Section> sections = EnumSet.noneOf(Section.class);
    for (String name : names) {
      sections.add(
          Section.named(name.strip())
              .orElseThrow(
                  () ->
                      BadRequestException.of(
                          "include",
                          "\""
                              + Names.abbreviated(name)
                              + "\" is not a section: include any of "
                              + SECTIONS
                              + ".")));
    }
    if (sections.isEmpty()) {
      throw BadRequestException.of("include", "Include at least one of " + SECTIONS + ".");
    }
    return sections;
  }

  /** A whole number in the query, from {@code least} to {@code most}. */
  public int number(String name, int fallback, int least, int most) {
    String text = query(name).orElse(null);
    if (text == null) {
      return fallback;
    }
    if (text.matches("-?[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw BadRequestException.of(
        name, name + " must be a whole number from " + least + " to " + most + ".");
  }

  /** A text in the query, of 1 to {@code longest} characters. */
  public String text(String name, int longest) {
    return text(name, query(name).orElse(""), longest);
  }

  /** A text in the path, decoded, of 1 to {@code longest} characters. */
  public String path(String name, int longest) {
    String value = event.getPathParameters() == null ? null : event.getPathParameters().get(name);
    return text(name, value == null ? "" : decoded(value), longest);
  }

  /** Some gateways hand parameters of the path over as they stood in the URL, others decoded. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value; // a percent sign that encodes nothing: decoded already
    }
  }

  private static String text(String name, String value, int longest) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > longest) {
      throw BadRequestException.of(
          name, name + " must be a text of 1 to " + longest + " characters.");
    }
    return text;
  }

  /** How long the answer may be held back: N of {@code Prefer: wait=N}, 25 seconds at most. */
  public Duration longestWait() {
    Matcher wait = WAIT.matcher(headers.getOrDefault("Prefer", ""));
    if (!wait.find()) {
      return Duration.ZERO;
    }
    Duration wanted = Duration.ofSeconds(Long.parseLong(wait.group(1)));
    return wanted.compareTo(LONGEST_WAIT) < 0 ? wanted : LONGEST_WAIT;
  }

  /** The JSON object in the body. */
  public Json body() {
    byte[] bytes = bytes();
    if (bytes.length > LARGEST_BODY) {
      throw new BadRequestException(
          Problem.tooLarge(
              "body", "A request body may have 1 MiB: send fewer tracks per request."));
    }
    return Json.parse(bytes)
        .filter(Json::isObject)
        .orElseThrow(
            () ->
                BadRequestException.of(
                    "body",
                    "The body must be a JSON object, for example {\"tracks\":[{\"isrc\":\"…\"}]}."));
  }

  private byte[] bytes() {
    String body = event.getBody();
    if (body == null) {
      return new byte[0];
    }
    if (!Boolean.TRUE.equals(event.getIsBase64Encoded())) {
      return body.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw BadRequestException.of("body", "The body is not valid Base64.");
    }
  }

  /** A header, by whatever case; nothing if it is absent. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A parameter of the query. */
  public Optional<String> query(String name) {
    @Nullable Map<String, String> parameters = event.getQueryStringParameters();
    return Optional.ofNullable(parameters == null ? null : parameters.get(name));
  }
}
