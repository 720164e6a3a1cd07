package io.linernotes.task.sqs;

import io.linernotes.aws.AwsClients;
import io.linernotes.aws.AwsService;
import io.linernotes.config.Configuration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Clients of SQS, configured as {@link AwsClients} says. */
public final class SqsClients {

  private SqsClients() {}

  /**
   * A client.
   *
   * @throws IllegalStateException if the configuration names no region or a malformed endpoint
   */
  public static SqsClient from(Configuration configuration) {
    return builder(configuration).build();
  }

  /** A configured builder, for callers that change more settings. */
  public static SqsClientBuilder builder(Configuration configuration) {
    return AwsClients.configured(SqsClient.builder(), AwsService.SQS, configuration);
  }
}
