package io.linernotes.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevalidationTest {

  private static final String BODY = "{\"status\":\"partial\",\"eta_seconds\":12,\"tracks\":[]}";

  @Test
  void anAnswerMayBeKeptAndRevalidated() {
    Answer answer = get(BODY, Map.of());

    assertThat(answer.headers()).containsEntry("Cache-Control", "private, no-cache");
    assertThat(answer.headers().get("ETag")).matches("W/\"[0-9a-f]{32}\"");
    assertThat(answer.body()).isEqualTo(BODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "\"x\", %s", "%s , W/\"y\"", "*", " * "})
  void aClientThatHoldsItIsNotSentItAgain(String held) {
    String tag = get(BODY, Map.of()).headers().get("ETag");
    Answer answer = get(BODY, Map.of("if-none-match", held.formatted(tag)));

    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers()).containsEntry("ETag", tag).doesNotContainKey("Content-Type");
  }

  @Test
  void theStrongFormOfATagIsTheSame() {
    String tag = get(BODY, Map.of()).headers().getOrDefault("ETag", "").substring(2);

    assertThat(get(BODY, Map.of("If-None-Match", tag)).status()).isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"eta_seconds":12,"a":1}          | {"eta_seconds":7,"a":1}          | true
          {"retry_after_seconds":3600}      | {"retry_after_seconds":59}       | true
          {"a":{"retry_after_seconds":9},"b":{"retry_after_seconds":8}} | {"a":{"retry_after_seconds":7},"b":{"retry_after_seconds":6}} | true
          {"window_seconds":5}              | {"window_seconds":6}             | false
          {"eta_seconds":12,"a":1}          | {"eta_seconds":12,"a":2}         | false
          {"eta_seconds":12}                | {"eta_seconds":null}             | false
          {"a":"\\"eta_seconds\\":12"}      | {"a":"\\"eta_seconds\\":13"}     | false
          """)
  void onlyCountdownsDoNotCount(String one, String other, boolean same) {
    String first = get(one, Map.of()).headers().get("ETag");
    String second = get(other, Map.of()).headers().get("ETag");

    assertThat(Objects.equals(first, second)).isEqualTo(same);
  }

  @Test
  void aCompleteAnswerIsNotThePendingOne() {
    Answer pending = Revalidation.of(request("GET", Map.of()), Answer.json(202, BODY));

    assertThat(pending.headers().get("ETag"))
        .isNotEqualTo(get(BODY, Map.of()).headers().get("ETag"));
  }

  @Test
  void aPollThatFindsNothingNewIsToldWhenToPollAgain() {
    Answer pending = Answer.pending(BODY, Duration.ofSeconds(4));
    String tag = Revalidation.of(request("GET", Map.of()), pending).headers().get("ETag");
    Answer again = Revalidation.of(request("GET", Map.of("If-None-Match", tag)), pending);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.headers()).containsEntry("Retry-After", "4");
  }

  @Test
  void whatASessionShowsIsNotStored() {
    Answer answer = get(BODY, Map.of("x-session", "token"));

    assertThat(answer.headers()).containsEntry("Cache-Control", "no-store").containsKey("ETag");
  }

  @Test
  void errorsAndOtherMethodsAreNotStored() {
    Answer error =
        Revalidation.of(request("GET", Map.of()), Answer.of(Problem.notFound("q", "None.")));
    Answer post = Revalidation.of(request("POST", Map.of()), Answer.json(200, BODY));

    for (Answer answer : new Answer[] {error, post}) {
      assertThat(answer.headers())
          .containsEntry("Cache-Control", "no-store")
          .doesNotContainKey("ETag");
    }
  }

  @Test
  void anAnswerMaySayItself() {
    Answer kept = Answer.json(200, BODY).with("Cache-Control", "public, max-age=300");
    Answer secret = Answer.json(200, BODY).with("Cache-Control", "no-store");

    assertThat(Revalidation.of(request("GET", Map.of()), kept).headers())
        .containsEntry("Cache-Control", "public, max-age=300")
        .containsKey("ETag");
    assertThat(Revalidation.of(request("GET", Map.of()), secret).headers())
        .doesNotContainKey("ETag");
  }

  private static Answer get(String body, Map<String, String> headers) {
    return Revalidation.of(request("GET", headers), Answer.json(200, body));
  }

  private static Request request(String method, Map<String, String> headers) {
    return new Request(
        new APIGatewayProxyRequestEvent().withHttpMethod(method).withHeaders(headers));
  }
}
