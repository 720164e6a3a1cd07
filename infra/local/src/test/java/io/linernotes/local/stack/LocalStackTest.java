package io.linernotes.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.linernotes.local.stack.handlers.Probe;
import io.linernotes.local.stack.lambda.Invocation;
import io.linernotes.local.stack.sqs.QueueDepth;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalStackTest {
  static final Path TEMPLATE = Path.of("src/test/resources/stack.yaml");

  private static LocalStack stack;
  private static TestQueues queues;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private final Probe probe = Probe.of("shared");

  @BeforeAll
  static void start() {
    stack =
        LocalStack.start(
            LocalStackOptions.of(TEMPLATE)
                .withParameters(Map.of("Greeting", "hi"))
                .withEnvironment(Map.of("PROBE", "shared")));
    queues = new TestQueues(stack);
  }

  @AfterAll
  static void stop() {
    queues.close();
    stack.close();
  }

  @BeforeEach
  void forget() {
    probe.bodies.clear();
    probe.failing.clear();
  }

  @Test
  void givesTheHandlerAProxyEvent() throws Exception {
    var answer = send("GET", "/things/a%2Fb+c%20d?x=1&x=2&y=%C3%A9", "local", null);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines())
        .containsExactly(
            "GET",
            "/things/{id}",
            "/things/a%2Fb+c%20d",
            "{id=a%2Fb+c%20d}",
            "{x=[1, 2], y=[é]}",
            "null",
            "live");
    assertThat(answer.headers().firstValue("x-greeting")).contains("hi");
    assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
  }

  @Test
  void givesTheHandlerTheBody() throws Exception {
    assertThat(send("POST", "/things", "local", "{\"ö\":1}").body()).contains("{\"ö\":1}");
  }

  @Test
  void matchesTheRestOfAPath() throws Exception {
    assertThat(send("PUT", "/files/a/b", "local", null).body()).contains("{proxy=a/b}");
  }

  @Test
  void asksForAKeyAsTheTemplateSays() throws Exception {
    var answer = send("GET", "/things/1", null, null);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"title\":\"Forbidden\"}");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(send("GET", "/things/1", "wrong", null).statusCode()).isEqualTo(401);
    assertThat(send("GET", "/open", null, null).statusCode()).isEqualTo(200);
  }

  @Test
  void asksForTheAdminKeyWhereIamAuthorises() throws Exception {
    var answer = send("DELETE", "/things/1", "local", null);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("{\"kind\":\"ACCESS_DENIED\"}");
    assertThat(send("DELETE", "/things/1", "local-admin", null).statusCode()).isEqualTo(200);
    assertThat(send("GET", "/things/1", "local-admin", null).statusCode()).isEqualTo(200);
  }

  @Test
  void knowsNoOtherRoute() throws Exception {
    assertThat(send("GET", "/nowhere", "local", null).body())
        .isEqualTo("{\"kind\":\"MISSING_AUTHENTICATION_TOKEN\"}");
    assertThat(send("PATCH", "/things", "local", null).statusCode()).isEqualTo(403);
    assertThat(send("HEAD", "/open", null, null).statusCode()).isEqualTo(403);
    assertThat(send("OPTIONS", "/open", null, null).statusCode()).isEqualTo(403);
  }

  @Test
  void refusesABodyThatIsTooLarge() throws Exception {
    var body = "x".repeat(10 * 1024 * 1024 + 1);

    assertThat(send("POST", "/things", "local", body).statusCode()).isEqualTo(413);
  }

  @Test
  void answersForAFunctionThatFails() throws Exception {
    assertThat(send("GET", "/open?do=fail", null, null).statusCode()).isEqualTo(502);
    assertThat(send("GET", "/open?do=nonsense", null, null).statusCode()).isEqualTo(502);
    assertThat(send("GET", "/open?do=too-much", null, null).statusCode()).isEqualTo(502);
    assertThat(send("GET", "/open?do=fail", null, null).body())
        .isEqualTo("{\"message\":\"Internal server error\"}");
  }

  @Test
  void interruptsAFunctionAfterItsTimeout() throws Exception {
    assertThat(send("GET", "/open?do=sleep", null, null).statusCode()).isEqualTo(504);
    await().until(() -> probe.interrupted.get() > 0);
  }

  @Test
  void runsNoMoreThanTheReservedConcurrencyAndQueuesTheRest() throws Exception {
    var before = probe.instances.get();
    var waiting = List.of(sendLater("/gate"), sendLater("/gate"), sendLater("/gate"));
    await().until(() -> probe.running.get() == 2);

    probe.gate.release(3);
    for (var answer : waiting) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
    }
    assertThat(probe.mostRunning).hasValue(2);
    probe.gate.release(3);
    for (int i = 0; i < 3; i++) {
      assertThat(send("POST", "/gate", "local", "").statusCode()).isEqualTo(200);
    }
    assertThat(probe.instances.get() - before).isLessThanOrEqualTo(1);
    assertThat(probe.collisions).hasValue(0);
  }

  @Test
  void givesABatchToTheWorkerAndDeletesIt() {
    queues.send("Work", "a", "b", "c");

    await().until(() -> probe.bodies.size() == 3);
    assertThat(probe.bodies).containsExactlyInAnyOrder("a", "b", "c");
    await().untilAsserted(() -> assertThat(depth("Work").total()).isZero());
  }

  @Test
  void keepsWhatFailedUntilItIsADeadLetter() {
    probe.failing.add("bad");
    var letters = depth("WorkDeadLetters").total();

    queues.send("Work", "good", "bad");

    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(depth("WorkDeadLetters").total()).isEqualTo(letters + 1));
    assertThat(probe.bodies).containsOnlyOnce("good").contains("bad");
    assertThat(probe.bodies.stream().filter("bad"::equals)).hasSize(2);
  }

  @Test
  void keepsABatchWhoseFunctionThrew() {
    var letters = depth("WorkDeadLetters").total();

    queues.send("Work", "throw");

    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(depth("WorkDeadLetters").total()).isEqualTo(letters + 1));
  }

  @Test
  void keepsTheOrderOfAGroup() {
    var bodies = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      bodies.add("ordered-" + i);
    }
    queues.sendOrdered("Ordered", bodies);

    await().atMost(Duration.ofSeconds(15)).until(() -> probe.bodies.size() == 20);
    assertThat(probe.bodies).isEqualTo(bodies);
    await().untilAsserted(() -> assertThat(depth("Ordered").total()).isZero());
  }

  @Test
  void keepsTheMessagesOfAnInvocationThatTimedOut() {
    var before = probe.interrupted.get();

    queues.send("Slow", "sleep");

    await().until(() -> probe.interrupted.get() > before);
    assertThat(depth("Slow").inFlight()).isEqualTo(1);
  }

  @Test
  void invokesAFunctionWithAnEvent() {
    var event =
        "{\"httpMethod\":\"GET\",\"resource\":\"/x\",\"path\":\"/x\",\"requestContext\":{\"stage\":\"s\"}}";

    assertThat(stack.invoke("Echo", event)).isInstanceOf(Invocation.Answered.class);
  }

  @Test
  void tellsTheEnvironmentOfAFunction() {
    assertThat(stack.environmentOf("Echo"))
        .containsEntry("GREETING", "hi")
        .containsEntry("THINGS", "linernotes-Things")
        .containsEntry("WORK_QUEUE_URL", stack.sqsUrl() + "/000000000000/linernotes-Work")
        .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", stack.dynamoDbUrl().toString());
  }

  private static QueueDepth depth(String queue) {
    return Objects.requireNonNull(stack.queueDepths().get(queue));
  }

  private CompletableFuture<HttpResponse<String>> sendLater(String path) {
    return CLIENT.sendAsync(request("POST", path, "local", ""), BodyHandlers.ofString());
  }

  private static HttpResponse<String> send(
      String method, String path, @Nullable String key, @Nullable String body) throws Exception {
    return CLIENT.send(request(method, path, key, body), BodyHandlers.ofString());
  }

  private static HttpRequest request(
      String method, String path, @Nullable String key, @Nullable String body) {
    var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    var request = HttpRequest.newBuilder(URI.create(stack.url() + path)).method(method, publisher);
    if (key != null) {
      request.header("x-api-key", key);
    }
    return request.build();
  }
}
