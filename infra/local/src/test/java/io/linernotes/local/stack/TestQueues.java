package io.linernotes.local.stack;

import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Sends to the queues of a stack. */
final class TestQueues implements AutoCloseable {
  private final LocalStack stack;
  private final SqsClient client;

  TestQueues(LocalStack stack) {
    this.stack = stack;
    this.client =
        SqsClient.builder()
            .endpointOverride(stack.sqsUrl())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
  }

  void send(String queue, String... bodies) {
    for (var body : bodies) {
      client.sendMessage(request(queue, body).build());
    }
  }

  void sendOrdered(String queue, List<String> bodies) {
    for (var body : bodies) {
      client.sendMessage(request(queue, body).messageGroupId("group").build());
    }
  }

  private SendMessageRequest.Builder request(String queue, String body) {
    return SendMessageRequest.builder().queueUrl(url(queue)).messageBody(body);
  }

  private String url(String queue) {
    return stack.topology().queues().stream()
        .filter(spec -> spec.logicalId().equals(queue))
        .findFirst()
        .orElseThrow()
        .url();
  }

  @Override
  public void close() {
    client.close();
  }
}
