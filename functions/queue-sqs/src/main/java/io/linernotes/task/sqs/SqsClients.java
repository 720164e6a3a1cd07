package io.linernotes.task.sqs;

import io.linernotes.config.Configuration;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * Clients of SQS, or of what stands in for it: {@code AWS_REGION} says where, {@code
 * AWS_ENDPOINT_URL_SQS} (else {@code AWS_ENDPOINT_URL}) names another endpoint. An attempt is given
 * up after four seconds, which a first call on a cold function needs, and a call after three
 * attempts or twelve seconds.
 */
public final class SqsClients {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ATTEMPT = Duration.ofSeconds(4);
  private static final Duration CALL = Duration.ofSeconds(12);
  private static final int ATTEMPTS = 3;

  private SqsClients() {}

  /**
   * A client.
   *
   * @throws IllegalStateException if the configuration names no region or a malformed endpoint
   */
  public static SqsClient from(Configuration configuration) {
    return builder(configuration).build();
  }

  /** A client that can still be changed. */
  public static SqsClientBuilder builder(Configuration configuration) {
    Optional<URI> endpoint = endpoint(configuration);
    SqsClientBuilder builder =
        SqsClient.builder()
            .region(region(configuration))
            .credentialsProvider(credentials(configuration, endpoint.isPresent()))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
            .overrideConfiguration(
                override ->
                    override
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)
                        .retryStrategy(
                            AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build()));
    endpoint.ifPresent(builder::endpointOverride);
    return builder;
  }

  private static Region region(Configuration configuration) {
    return Region.of(
        configuration.required(
            "AWS_REGION", "Set it to the queues' region, such as eu-central-1; Lambda does so."));
  }

  private static Optional<URI> endpoint(Configuration configuration) {
    String remedy = "Set it to SQS's endpoint, or leave it out for the region's own.";
    return configuration
        .optionalUri("AWS_ENDPOINT_URL_SQS", remedy)
        .or(() -> configuration.optionalUri("AWS_ENDPOINT_URL", remedy));
  }

  /**
   * A stand-in takes the keys that the configuration names; AWS takes those of the default chain,
   * the only ones that are renewed after a Lambda snapshot is restored.
   */
  private static AwsCredentialsProvider credentials(
      Configuration configuration, boolean anotherEndpoint) {
    Optional<String> id = configuration.optional("AWS_ACCESS_KEY_ID");
    Optional<String> secret = configuration.optional("AWS_SECRET_ACCESS_KEY");
    if (!anotherEndpoint || id.isEmpty() || secret.isEmpty()) {
      return DefaultCredentialsProvider.builder().build();
    }
    AwsCredentials keys =
        configuration
            .optional("AWS_SESSION_TOKEN")
            .<AwsCredentials>map(
                token -> AwsSessionCredentials.create(id.get(), secret.get(), token))
            .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret.get()));
    return StaticCredentialsProvider.create(keys);
  }
}
