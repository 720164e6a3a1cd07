package io.linernotes.cache.dynamodb;

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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Clients of DynamoDB, or of what stands in for it: {@code AWS_REGION} says where, {@code
 * AWS_ENDPOINT_URL_DYNAMODB} (else {@code AWS_ENDPOINT_URL}) names another endpoint. An attempt is
 * given up after four seconds, which a first call on a cold function needs, and a call after three
 * attempts or twelve seconds.
 */
public final class DynamoDbClients {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ATTEMPT = Duration.ofSeconds(4);
  private static final Duration CALL = Duration.ofSeconds(12);
  private static final int ATTEMPTS = 3;

  private DynamoDbClients() {}

  /**
   * A client.
   *
   * @throws IllegalStateException if the configuration names no region or a malformed endpoint
   */
  public static DynamoDbClient from(Configuration configuration) {
    return builder(configuration).build();
  }

  /** A client that can still be changed. */
  public static DynamoDbClientBuilder builder(Configuration configuration) {
    keepConnections();
    Optional<URI> endpoint = endpoint(configuration);
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
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

  /**
   * The JDK keeps five idle connections to a host; a burst of claims would drop the others and pay
   * for as many TLS handshakes the next time. Read by the JDK once, before the first call.
   */
  private static void keepConnections() {
    if (System.getProperty("http.maxConnections") == null) {
      System.setProperty("http.maxConnections", String.valueOf(DynamoDbTrackCache.AT_A_TIME));
    }
  }

  private static Region region(Configuration configuration) {
    return Region.of(
        configuration.required(
            "AWS_REGION", "Set it to the table's region, such as eu-central-1; Lambda does so."));
  }

  private static Optional<URI> endpoint(Configuration configuration) {
    String remedy = "Set it to DynamoDB's endpoint, or leave it out for the region's own.";
    return configuration
        .optionalUri("AWS_ENDPOINT_URL_DYNAMODB", remedy)
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
