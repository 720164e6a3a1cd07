package io.linernotes.local.stack.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.local.stack.template.GatewayResponse;
import io.linernotes.local.stack.template.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyModelsTest {
  private static final Route HELD =
      new Route(
          "POST",
          "/things",
          "Function",
          true,
          false,
          Map.of("type", "object", "properties", Map.of("ids", Map.of("maxItems", 2))));
  private static final Route FREE = new Route("POST", "/", "Function", true, false, Map.of());

  private final BodyModels bodies = new BodyModels(List.of(HELD, FREE));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {}                | true
          {"ids":[1,2]}     | true
          {"ids":null}      | true
          {"ids":"1,2,3,4"} | true
          {"ids":[1,2,3]}   | false
          []                | false
          "ids"             | false
          {"ids"            | false
          """)
  void holdsABodyToItsModel(String body, boolean passes) {
    assertThat(objection(HELD, "application/json; charset=utf-8", body).isEmpty())
        .isEqualTo(passes);
    assertThat(objection(HELD, "", body).isEmpty()).isEqualTo(passes);
    assertThat(objection(FREE, "application/json", body)).isEmpty();
  }

  @Test
  void leavesOtherMediaTypesAndEmptyBodiesToTheFunction() {
    assertThat(objection(HELD, "application/x-www-form-urlencoded", "[]")).isEmpty();
    assertThat(objection(HELD, "application/json", "")).isEmpty();
  }

  @Test
  void theReasonFitsIntoAJsonText() {
    var responses =
        new GatewayResponses(
            List.of(
                new GatewayResponse(
                    "BAD_REQUEST_BODY",
                    OptionalInt.empty(),
                    Map.of(),
                    Map.of(
                        "application/json", "{\"a\":\"$context.error.validationErrorString\"}"))));

    var answer = responses.answer(GatewayError.BAD_REQUEST_BODY, "1", "[allowed: [\"object\"]]");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(new String(answer.body(), UTF_8))
        .isEqualTo("{\"a\":\"[allowed: [\\\"object\\\"]]\"}");
  }

  /** The objection to a body of that type, without a type if it is empty. */
  private Optional<String> objection(Route route, String type, String body) {
    Map<String, List<String>> headers =
        type.isEmpty() ? Map.of() : Map.of("content-type", List.of(type));
    return bodies.objection(
        route, new Request("1", "POST", "/", null, headers, "127.0.0.1", body.getBytes(UTF_8)));
  }
}
