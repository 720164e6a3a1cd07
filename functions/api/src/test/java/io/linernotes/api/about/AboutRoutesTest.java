package io.linernotes.api.about;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.Request;
import io.linernotes.json.Json;
import io.linernotes.session.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AboutRoutesTest {

  private final AboutRoutes routes = new AboutRoutes();

  @ParameterizedTest
  @CsvSource({
    "/openapi.json, /",
    "/live/openapi.json, /live",
    "/music/v2/openapi.json, /music/v2",
    "'/a\"b/openapi.json', /",
    "/elsewhere, /",
  })
  void theDescriptionNamesTheServerThatIsAsked(String path, String server) {
    Answer answer = get("/openapi.json", path, Map.of());

    Json description = Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(description.text("openapi")).isEqualTo("3.1.1");
    assertThat(description.list("servers"))
        .extracting(Json::toString)
        .containsExactly("{\"url\":\"" + server + "\"}");
  }

  @ParameterizedTest
  @CsvSource({"/openapi.json, application/json", "/, text/html; charset=utf-8"})
  void whatAClientHasIsNotSentAgain(String resource, String contentType) {
    Answer first = get(resource, resource, Map.of());
    String tag = first.headers().getOrDefault("ETag", "");

    Answer again = get(resource, resource, Map.of("If-None-Match", "W/" + tag + ", \"other\""));
    Answer changed = get(resource, resource, Map.of("If-None-Match", "\"other\""));

    assertThat(first.headers())
        .containsEntry("Content-Type", contentType)
        .containsEntry("Cache-Control", "public, max-age=300");
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers()).containsEntry("ETag", tag);
    assertThat(changed.status()).isEqualTo(200);
  }

  @Test
  void theConsoleRunsNothingButItsOwnScript() {
    Answer page = get("/", "/", Map.of());

    String script = between(page.body(), "<script>", "</script>");
    String style = between(page.body(), "<style>", "</style>");
    assertThat(page.headers().getOrDefault("Content-Security-Policy", ""))
        .contains("default-src 'none'", "script-src " + hash(script), "style-src " + hash(style))
        .doesNotContain("unsafe");
    assertThat(page.body())
        .doesNotContainPattern("(src|href)=\"(https?:)?//")
        .doesNotContainPattern("\\son[a-z]+=")
        .doesNotContain("style=")
        .doesNotContain("innerHTML");
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    assertThat(text.indexOf(start, from)).isEqualTo(-1);
    return text.substring(from, text.indexOf(end, from));
  }

  private static String hash(String text) {
    return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text)) + "'";
  }

  private Answer get(String resource, String path, Map<String, String> headers) {
    Request request = request(resource, path, headers);
    return resource.equals("/") ? routes.console(request) : routes.description(request);
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
