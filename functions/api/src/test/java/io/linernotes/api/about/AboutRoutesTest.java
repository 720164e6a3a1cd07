package io.linernotes.api.about;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.Request;
import io.linernotes.api.exchange.Revalidation;
import io.linernotes.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AboutRoutesTest {

  private static final Path CONSOLE = Path.of("src/main/resources/io/linernotes/api/about/console");

  private final AboutRoutes routes = new AboutRoutes();

  @ParameterizedTest
  @CsvSource({
    "/openapi.json, api.example, https://api.example",
    "/live/openapi.json, a1b2.execute-api.eu-central-1.amazonaws.com, https://a1b2.execute-api.eu-central-1.amazonaws.com/live",
    "/music/v2/openapi.json, api.example:8443, https://api.example:8443/music/v2",
    "'/a\"b/openapi.json', api.example, https://api.example",
    "/elsewhere, api.example, https://api.example",
    "/openapi.json, 127.0.0.1:8080, http://127.0.0.1:8080",
    "/openapi.json, '[::1]:8080', 'http://[::1]:8080'",
    "/openapi.json, 'evil\",\"x', http://127.0.0.1",
    "/openapi.json, , http://127.0.0.1",
  })
  void theDescriptionNamesTheServerThatIsAsked(String path, @Nullable String host, String server) {
    Request request =
        new Request(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod("GET")
                .withResource("/openapi.json")
                .withRequestContext(new ProxyRequestContext().withPath(path).withDomainName(host)));
    Answer answer = routes.description(request);

    Json description = Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(description.text("openapi")).isEqualTo("3.1.1");
    assertThat(description.list("servers"))
        .extracting(Json::toString)
        .singleElement()
        .asString()
        .startsWith("{\"url\":\"" + server + "\",");
  }

  @ParameterizedTest
  @CsvSource({"/openapi.json, application/json", "/, text/html; charset=utf-8"})
  void whatAClientHasIsNotSentAgain(String resource, String contentType) {
    Answer first = get(resource, resource, Map.of());
    String tag = first.headers().getOrDefault("ETag", "");

    Answer again = get(resource, resource, Map.of("If-None-Match", tag + ", \"other\""));
    Answer changed = get(resource, resource, Map.of("If-None-Match", "\"other\""));

    assertThat(first.headers())
        .containsEntry("Content-Type", contentType)
        .containsEntry("Cache-Control", "public, max-age=300");
    assertThat(tag).matches("W/\"[0-9a-f]{32}\"");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers()).containsEntry("ETag", tag);
    assertThat(changed.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"/, ''", "/live/, /live"})
  void theConsoleLoadsItsOwnFilesAlone(String path, String base) {
    Answer page = get("/", path, Map.of());

    List<String> loaded = matches("(?:src|href)=\"([^\"#]+)\"", page.body());
    assertThat(page.headers()).containsEntry("Content-Type", "text/html; charset=utf-8");
    assertThat(page.headers().getOrDefault("Content-Security-Policy", ""))
        .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(loaded)
        .contains(base + "/console/main.js", base + "/console/console.css")
        .allMatch(
            link -> link.startsWith(base + "/console/") || link.equals(base + "/openapi.json"));
    assertThat(page.body())
        .doesNotContain("BASE", "<style", " style=")
        .doesNotContainPattern("\\son[a-z]+=");
  }

  @Test
  void everyFileOfTheConsoleIsServedAsItStands() throws IOException {
    try (Stream<Path> files = Files.list(CONSOLE)) {
      for (Path each : files.filter(file -> !file.endsWith("index.html")).toList()) {
        Answer answer = file(each.getFileName().toString(), Map.of());

        assertThat(answer.status()).as("%s", each).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readString(each));
        assertThat(answer.headers())
            .hasEntrySatisfying("Content-Type", type -> assertThat(type).contains(suffix(each)))
            .containsKeys("ETag", "Content-Security-Policy");
        assertThat(
                file(
                        each.getFileName().toString(),
                        Map.of("If-None-Match", answer.headers().getOrDefault("ETag", "")))
                    .status())
            .isEqualTo(304);
        assertThat(matches("(?:from|import) '\\./([^']+)'", answer.body()))
            .allMatch(name -> file(name, Map.of()).status() == 200);
        assertThat(answer.body())
            .doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(")
            .doesNotContainPattern("https?://(?!www\\.w3\\.org/)");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "", "../openapi.json", "nothing.js"})
  void servesNoOtherFile(String name) {
    assertThat(file(name, Map.of()).status()).isEqualTo(404);
  }

  private static String suffix(Path file) {
    String name = file.toString();
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "js" -> "text/javascript";
      case "css" -> "text/css";
      default -> "image/svg+xml";
    };
  }

  private static List<String> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }

  private Answer file(String name, Map<String, String> headers) {
    Request request =
        new Request(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod("GET")
                .withResource("/console/{file}")
                .withPathParameters(Map.of("file", name))
                .withHeaders(headers)
                .withRequestContext(new ProxyRequestContext().withPath("/console/" + name)));
    return Revalidation.of(request, routes.consoleFile(request));
  }

  private Answer get(String resource, String path, Map<String, String> headers) {
    Request request = request(resource, path, headers);
    return Revalidation.of(
        request, resource.equals("/") ? routes.console(request) : routes.description(request));
  }

  private static Request request(String resource, String path, Map<String, String> headers) {
    return new Request(
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("GET")
            .withResource(resource)
            .withHeaders(headers)
            .withRequestContext(new ProxyRequestContext().withPath(path)));
  }
}
