package io.linernotes.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
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

  /** Replies as it was told to, in order. */
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

  private SecretCache keepingFor(Duration kept) {
    return new SecretCache(() -> SecretsProvider.builder().withClient(client).build(), kept);
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
    var secrets = keepingFor(Duration.ZERO);

    assertThat(secrets.text(ARN)).isEqualTo("first");
    awaitTheClock();
    assertThat(secrets.text(ARN)).isEqualTo("first");
    assertThat(replies).isEmpty();
  }

  @Test
  void failsWhereThereIsNoLast() {
    replies.add(SecretCacheTest::outage);

    assertThatThrownBy(() -> keepingFor(Duration.ZERO).text(ARN)).isInstanceOf(SdkException.class);
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

  /** Until what was kept for no time is too old by any clock's resolution. */
  private static void awaitTheClock() {
    Instant now = Instant.now();
    while (!Instant.now().isAfter(now.plusMillis(1))) {
      Thread.onSpinWait();
    }
  }
}
