package io.linernotes.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.linernotes.local.stack.handlers.Probe;
import io.linernotes.local.stack.sqs.QueueDepth;
import io.linernotes.local.stack.template.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LocalStackLifecycleTest {
  private static final LocalStackOptions OPTIONS = LocalStackOptions.of(LocalStackTest.TEMPLATE);

  @Test
  void keepsTablesAndMessagesInItsDataDirectory(@TempDir Path data) {
    var kept = OPTIONS.withDataDirectory(data).withEnvironment(Map.of("PROBE", "kept"));
    var probe = Probe.of("kept");
    try (var stack = LocalStack.start(kept);
        var queues = new TestQueues(stack);
        var tables = tables(stack)) {
      tables.putItem(it -> it.tableName("linernotes-Things").item(Map.of("key", text("a"))));
      queues.send("Parked", "one", "two");
      // Interrupted when the stack closes: it was received but never done with.
      queues.send("Slow", "sleep");
      await().until(() -> probe.bodies.contains("sleep"));
    }
    probe.bodies.clear();

    try (var stack = LocalStack.start(kept);
        var tables = tables(stack)) {
      assertThat(tables.scan(it -> it.tableName("linernotes-Things")).items())
          .containsExactly(Map.of("key", text("a")));
      assertThat(depth(stack, "Parked").visible()).isEqualTo(2);
      await().until(() -> probe.bodies.contains("sleep"));
    }
  }

  @Test
  void keepsItsDataForItsOwnerAlone(@TempDir Path directory) throws IOException {
    Path data = directory.resolve("data");
    try (var stack = LocalStack.start(OPTIONS.withDataDirectory(data))) {
      assertThat(stack.url()).isNotNull();
      try (Stream<Path> files = Files.list(data)) {
        assertThat(Stream.concat(Stream.of(data), files).toList())
            .hasSizeGreaterThan(3)
            .allMatch(LocalStackLifecycleTest::isForItsOwnerAlone);
      }
    }
  }

  private static boolean isForItsOwnerAlone(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("------");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void closesAConnectionOnWhichARequestNeverEnds() throws IOException {
    try (var stack = LocalStack.start(OPTIONS);
        var socket = new Socket("127.0.0.1", stack.url().getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: half".getBytes(UTF_8));

      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void forgetsMessagesThatWereDeleted(@TempDir Path data) {
    var kept = OPTIONS.withDataDirectory(data).withEnvironment(Map.of("PROBE", "deleted"));
    try (var stack = LocalStack.start(kept);
        var queues = new TestQueues(stack)) {
      queues.send("Work", "a", "b");
      queues.sendOrdered("Ordered", List.of("c", "d"));
      await().until(() -> depth(stack, "Work").total() + depth(stack, "Ordered").total() == 0);
    }

    try (var stack = LocalStack.start(kept)) {
      assertThat(stack.queueDepths().values()).allMatch(depth -> depth.total() == 0);
    }
  }

  @Test
  void runsBesideAnother() {
    try (var one = LocalStack.start(OPTIONS.withEnvironment(Map.of("PROBE", "one")));
        var other = LocalStack.start(OPTIONS.withEnvironment(Map.of("PROBE", "other")));
        var queues = new TestQueues(other)) {
      queues.send("Work", "only here");

      await().until(() -> Probe.of("other").bodies.contains("only here"));
      assertThat(Probe.of("one").bodies).isEmpty();
      assertThat(one.url()).isNotEqualTo(other.url());
    }
  }

  @Test
  void closesWithinSecondsEvenWhenFunctionsRun() {
    var stack = LocalStack.start(OPTIONS.withEnvironment(Map.of("PROBE", "closing")));
    try (var queues = new TestQueues(stack)) {
      queues.send("Slow", "sleep");
      await().until(() -> Probe.of("closing").bodies.contains("sleep"));
    }

    var start = System.nanoTime();
    stack.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void saysThatItsPortIsTaken() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var options = OPTIONS.withPort(socket.getLocalPort());

      assertThatThrownBy(() -> LocalStack.start(options))
          .isInstanceOf(LocalStackException.class)
          .hasMessage("Port " + socket.getLocalPort() + " is taken");
    }
  }

  @Test
  void saysWhichParameterIsWrong() {
    assertThatThrownBy(() -> LocalStack.start(OPTIONS.withParameters(Map.of("Greetings", "hi"))))
        .isInstanceOf(TemplateException.class)
        .hasMessage("There is no parameter Greetings: the template has Greeting");
  }

  private static QueueDepth depth(LocalStack stack, String queue) {
    return Objects.requireNonNull(stack.queueDepths().get(queue));
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  private static DynamoDbClient tables(LocalStack stack) {
    return DynamoDbClient.builder()
        .endpointOverride(stack.dynamoDbUrl())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("other", "key")))
        .build();
  }
}
