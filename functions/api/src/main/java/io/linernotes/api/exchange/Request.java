package io.linernotes.api.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.linernotes.enrichment.Section;
import io.linernotes.json.Json;
import io.linernotes.planning.RequestContext;
import io.linernotes.task.CorrelationId;
import io.linernotes.track.Names;
import io.linernotes.track.SpotifyId;
import java.net.URLDecoder;
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

/**
 * One HTTP request. A method throws a {@link BadRequestException} if the part that it parses is
 * wrong.
 */
public final class Request {

  /** The detail for a text that is not a Spotify id. */
  static final String SPOTIFY_ID =
      "A Spotify id has 22 letters and digits, for example 37i9dQZF1DXcBWIGoYBM5M.";

  private static final int LARGEST_BODY = 1024 * 1024;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
  private static final Pattern WAIT =
      Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,9})\"?(?:$|[,;\\s])");
  private static final Json NO_BODY = Json.parse("{}".getBytes(UTF_8)).orElseThrow();
  private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(:[0-9]{1,5})?");
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");
  private static final String SECTIONS =
      Stream.of(Section.values()).map(Section::id).collect(Collectors.joining(", "));

  private final APIGatewayProxyRequestEvent event;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** The request in an event of API Gateway. */
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

  /**
   * Where this API is served, without a trailing slash: {@code https://host/stage}. Behind a domain
   * of its own it has no stage.
   */
  public String server() {
    String host = host();
    String scheme = LOOPBACK.matcher(host).matches() ? "http" : "https";
    return scheme + "://" + host + basePath();
  }

  private String host() {
    var context = event.getRequestContext();
    String domain = context == null ? null : context.getDomainName();
    return domain != null && HOST.matcher(domain).matches() ? domain : "127.0.0.1";
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

  /** The context for planning tasks: this request's tasks form a fairness group of their own. */
  public RequestContext context() {
    return new RequestContext(correlationId(), correlationId());
  }

  /**
   * The context for planning a playlist's tasks: requests for one playlist share a fairness group.
   * Requests of a signed-in user do not, so that no message reveals which playlist a track is on.
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

  /** Whether it names a session, whose user may have access to private data. */
  public boolean hasSession() {
    return headers.containsKey("x-session");
  }

  /**
   * A parameter of the path, decoded; empty if it is absent. API Gateway passes path parameters on
   * as encoded in the URL, unlike those of the query.
   */
  public String path(String parameter) {
    @Nullable Map<String, String> parameters = event.getPathParameters();
    String value = parameters == null ? null : parameters.get(parameter);
    try {
      // A plus sign means itself in a path.
      return value == null ? "" : URLDecoder.decode(value.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw BadRequestException.of(
          parameter, parameter + " has a % that encodes nothing: send a percent sign as %25.");
    }
  }

  /** The Spotify id in that parameter of the path. */
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
          Section.named(name)
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

  /** Whether the short form is wanted: {@code view=mix}, not {@code view=full}. */
  public boolean isShort() {
    return switch (query("view").orElse("full")) {
      case "mix" -> true;
      case "full" -> false;
      default -> throw BadRequestException.of("view", "view must be full or mix.");
    };
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
    return text(name, path(name), longest);
  }

  private static String text(String name, String value, int longest) {
    String text = value.strip();
    if (text.isEmpty() || value.codePoints().count() > longest) {
      throw BadRequestException.of(
          name, name + " must be a text of 1 to " + longest + " characters.");
    }
    return text;
  }

  /** How long the answer may be delayed: N seconds of {@code Prefer: wait=N}, at most 25. */
  public Duration longestWait() {
    Matcher wait = WAIT.matcher(headers.getOrDefault("Prefer", ""));
    if (!wait.find()) {
      return Duration.ZERO;
    }
    Duration wanted = Duration.ofSeconds(Long.parseLong(wait.group(1)));
    return wanted.compareTo(LONGEST_WAIT) < 0 ? wanted : LONGEST_WAIT;
  }

  /** Whether the body is CSV; every other body is read as JSON. */
  public boolean isCsv() {
    String type = headers.getOrDefault("Content-Type", "");
    return type.split(";", 2)[0].strip().equalsIgnoreCase("text/csv");
  }

  /** The body as text in UTF-8. */
  public String bodyText() {
    return new String(bounded(), UTF_8);
  }

  /** The JSON object in the body; an empty one if there is no body. */
  public Json bodyOrEmpty() {
    return bytes().length == 0 ? NO_BODY : body();
  }

  /** The JSON object in the body. */
  public Json body() {
    return Json.parse(bounded())
        .filter(Json::isObject)
        .orElseThrow(
            () ->
                BadRequestException.of(
                    "body",
                    "The body must be a JSON object, for example {\"tracks\":[{\"isrc\":\"…\"}]}."));
  }

  private byte[] bounded() {
    byte[] bytes = bytes();
    if (bytes.length > LARGEST_BODY) {
      throw new BadRequestException(
          Problem.tooLarge(
              "body", "A request body may have 1 MiB: send fewer tracks per request."));
    }
    return bytes;
  }

  private byte[] bytes() {
    String body = event.getBody();
    if (body == null) {
      return new byte[0];
    }
    if (!Boolean.TRUE.equals(event.getIsBase64Encoded())) {
      return body.getBytes(UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw BadRequestException.of("body", "The body is not valid Base64.");
    }
  }

  /** A header, by its name in any case; empty if it is absent. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A parameter of the query. */
  public Optional<String> query(String name) {
    @Nullable Map<String, String> parameters = event.getQueryStringParameters();
    return Optional.ofNullable(parameters == null ? null : parameters.get(name));
  }
}
