package io.linernotes.cache.dynamodb;

import io.linernotes.aws.AwsClients;
import io.linernotes.aws.AwsService;
import io.linernotes.config.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Clients of DynamoDB, configured as {@link AwsClients} says. */
public final class DynamoDbClients {

  private DynamoDbClients() {}

  /**
   * A client.
   *
   * @throws IllegalStateException if the configuration names no region or a malformed endpoint
   */
  public static DynamoDbClient from(Configuration configuration) {
    return builder(configuration).build();
  }

  /** A configured builder, for callers that change more settings. */
  public static DynamoDbClientBuilder builder(Configuration configuration) {
    keepConnections();
    return AwsClients.configured(DynamoDbClient.builder(), AwsService.DYNAMODB, configuration);
  }

  /**
   * Keeps idle connections for the next burst of claims. By default the JDK keeps five to a host,
   * closes the others, and needs a TLS handshake for each the next time. The JDK reads this
   * property once, before the first call.
   */
  private static void keepConnections() {
    if (System.getProperty("http.maxConnections") == null) {
      System.setProperty("http.maxConnections", String.valueOf(DynamoDbTrackCache.AT_A_TIME));
    }
  }
}
