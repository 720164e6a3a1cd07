package io.linernotes.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linernotes.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.lambda.powertools.parameters.secrets.SecretsProvider;

class SecretCacheTest {

  private static final String ARN = "arn:aws:secretsmanager:eu-central-1:1:secret:a";

  private final Deque<Supplier<String>> replies = new ArrayDeque<>();
  private final MovableClock clock = MovableClock.atNoon();
  private final List<String> warnings = new ArrayList<>();
  private final Logger log = Logger.getLogger(SecretCache.class.getName());
  private final Handler collecting =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          assertThat(line.getLevel()).isEqualTo(Level.WARNING);
          warnings.add(line.getMessage() + Arrays.toString(line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /** Returns prepared replies in order. */
  private final SecretsManagerClient client =
      new SecretsManagerClient() {
        @Override
        public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
          assertThat(request.secretId()).isEqualTo(ARN);
          return GetSecretValueResponse.builder().secretString(replies.remove().get()).build();
        }

        @Override
        public String serviceName() {
          return SERVICE_NAME;
        }

        @Override
        public void close() {}
      };

  @BeforeEach
  void collectWarnings() {
    log.setUseParentHandlers(false);
    log.addHandler(collecting);
  }

  @AfterEach
  void leaveTheLog() {
    log.removeHandler(collecting);
    log.setUseParentHandlers(true);
  }

  private SecretCache keepingFor(Duration kept) {
    return new SecretCache(() -> SecretsProvider.builder().withClient(client).build(), kept, clock);
  }

  @Test
  void readsOnceAndKeepsForAWhile() {
    replies.add(() -> " first\n");
    var secrets = keepingFor(Duration.ofHours(1));

    assertThat(secrets.text(ARN)).isEqualTo("first");
    assertThat(secrets.text(ARN)).isEqualTo("first");
    assertThat(replies).isEmpty();
  }

  @Test
  void noticesARotation() {
    replies.add(() -> "first");
    replies.add(() -> "second");
    var secrets = keepingFor(Duration.ZERO);

    assertThat(secrets.text(ARN)).isEqualTo("first");
    awaitTheClock();
    assertThat(secrets.text(ARN)).isEqualTo("second");
  }

  @Test
  void goesOnWithTheLastWhileSecretsManagerDoesNotAnswer() {
    replies.add(() -> "first");
    replies.add(SecretCacheTest::outage);
    replies.add(SecretCacheTest::outage);
    replies.add(() -> "second");
    var secrets = keepingFor(Duration.ZERO);

    assertThat(secrets.text(ARN)).isEqualTo("first");
    assertThat(warnings).isEmpty();
    for (int failures = 1; failures <= 2; failures++) {
      awaitTheClock();
      assertThat(secrets.text(ARN)).isEqualTo("first");
      assertThat(warnings)
          .hasSize(failures)
          .allSatisfy(line -> assertThat(line).contains(ARN, "SdkClientException"))
          .noneSatisfy(line -> assertThat(line).contains("first"));

      clock.advance(Duration.ofSeconds(59));
      assertThat(secrets.text(ARN)).as("without being asked again").isEqualTo("first");
      clock.advance(Duration.ofSeconds(1));
    }
    awaitTheClock();
    assertThat(secrets.text(ARN)).isEqualTo("second");
    assertThat(replies).isEmpty();
    assertThat(warnings).hasSize(2);
  }

  @Test
  void failsWhereThereIsNoLast() {
    replies.add(SecretCacheTest::outage);
    replies.add(() -> "first");
    var secrets = keepingFor(Duration.ZERO);

    assertThatThrownBy(() -> secrets.text(ARN))
        .isInstanceOf(SdkException.class)
        .hasMessageContaining("no route");
    assertThat(secrets.text(ARN)).as("asked again at once").isEqualTo("first");
  }

  @Test
  void saysHowToFillASecret() {
    replies.add(
        () -> {
          throw ResourceNotFoundException.builder().message("no AWSCURRENT").build();
        });
    replies.add(() -> "  \n");
    var secrets = keepingFor(Duration.ZERO);

    for (int i = 0; i < 2; i++) {
      assertThatIllegalStateException()
          .isThrownBy(() -> secrets.text(ARN))
          .withMessageContainingAll(ARN, "put-secret-value");
      awaitTheClock();
    }
  }

  private static String outage() {
    throw SdkClientException.create("no route");
  }

  /** Waits until an entry with no lifetime has expired by any clock's resolution. */
  private static void awaitTheClock() {
    Instant now = Instant.now();
    while (!Instant.now().isAfter(now.plusMillis(1))) {
      Thread.onSpinWait();
    }
  }
}
