package io.linernotes.aws;

import io.linernotes.config.Configuration;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * The settings that the clients of all AWS services share. An attempt ends after four seconds,
 * because the first call of a cold function takes that long; a call ends after three attempts or
 * twelve seconds.
 */
public final class AwsClients {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ATTEMPT = Duration.ofSeconds(4);
  private static final Duration CALL = Duration.ofSeconds(12);
  private static final int ATTEMPTS = 3;

  /**
   * Ends calls at their deadlines, for all clients of the process. By default the SDK makes a pool
   * of five threads for each client. These add up in a process that holds many instances of a
   * function.
   */
  private static final ScheduledExecutorService DEADLINES =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().name("aws-deadlines-", 1).daemon().factory());

  private AwsClients() {}

  /**
   * The builder with region, endpoint, credentials, deadlines and retries set.
   *
   * @throws IllegalStateException if the configuration names no region or a malformed endpoint
   */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
      B builder, AwsService service, Configuration configuration) {
    Optional<URI> endpoint = endpoint(service, configuration);
    endpoint.ifPresent(builder::endpointOverride);
    return builder
        .region(Region.of(configuration.required("AWS_REGION", service.regionRemedy())))
        .credentialsProvider(credentials(configuration, endpoint.isPresent()))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
        .overrideConfiguration(AwsClients::bounded);
  }

  private static void bounded(ClientOverrideConfiguration.Builder override) {
    override
        .apiCallAttemptTimeout(ATTEMPT)
        .apiCallTimeout(CALL)
        .scheduledExecutorService(DEADLINES)
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build());
  }

  private static Optional<URI> endpoint(AwsService service, Configuration configuration) {
    String remedy = service.endpointRemedy();
    return configuration
        .optionalUri(service.endpointVariable(), remedy)
        .or(() -> configuration.optionalUri("AWS_ENDPOINT_URL", remedy));
  }

  /**
   * The configuration's keys for another endpoint, the default chain's for AWS: only the latter are
   * renewed after a Lambda snapshot is restored.
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
