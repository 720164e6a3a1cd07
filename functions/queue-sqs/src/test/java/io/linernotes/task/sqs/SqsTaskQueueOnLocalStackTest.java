package io.linernotes.task.sqs;

import io.linernotes.config.Configuration;
import io.linernotes.json.RecordFormat;
import io.linernotes.provider.Provider;
import io.linernotes.task.TaskMessage;
import io.linernotes.task.TaskQueue;
import io.linernotes.task.TaskQueueContract;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** The contract, on LocalStack; skipped where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class SqsTaskQueueOnLocalStackTest extends TaskQueueContract {

  @Container
  private static final LocalStackContainer LOCAL_STACK =
      new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.12"))
          .withServices("sqs");

  private Configuration configuration;

  @BeforeEach
  void createQueues() {
    configuration =
        LocalSqs.withQueues(
            UUID.randomUUID().toString(),
            Map.of(
                "AWS_REGION", LOCAL_STACK.getRegion(),
                "AWS_ENDPOINT_URL_SQS", LOCAL_STACK.getEndpoint().toString(),
                "AWS_ACCESS_KEY_ID", LOCAL_STACK.getAccessKey(),
                "AWS_SECRET_ACCESS_KEY", LOCAL_STACK.getSecretKey()));
  }

  @Override
  protected TaskQueue queue() {
    return SqsTaskQueue.from(
        configuration,
        (provider, messages, reason) -> {
          throw new AssertionError(provider + ": " + reason);
        });
  }

  @Override
  protected List<TaskMessage> receive(Provider provider, int count) {
    String url = QueueUrls.from(configuration).of(provider);
    return ReceivedMessages.from(SqsClients.from(configuration), url, count).stream()
        .map(message -> RecordFormat.message(message.body()))
        .toList();
  }
}
