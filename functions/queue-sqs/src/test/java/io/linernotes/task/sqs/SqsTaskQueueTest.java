package io.linernotes.task.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.config.Configuration;
import io.linernotes.json.RecordFormat;
import io.linernotes.provider.Provider;
import io.linernotes.task.QueueDepths;
import io.linernotes.task.Task;
import io.linernotes.task.TaskMessage;
import io.linernotes.task.TaskQueue;
import io.linernotes.task.TaskQueueContract;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The contract on ElasticMQ, and behaviour that only a real queue shows. */
class SqsTaskQueueTest extends TaskQueueContract {

  private final Configuration configuration = LocalSqs.withQueues(UUID.randomUUID().toString());
  private final SqsClient client = SqsClients.from(configuration);
  private final QueueUrls urls = QueueUrls.from(configuration);
  private final SqsTaskQueue queue =
      SqsTaskQueue.from(
          configuration,
          (provider, messages, reason) -> {
            throw new AssertionError(provider + ": " + reason);
          });

  @Override
  protected TaskQueue queue() {
    return queue;
  }

  @Override
  protected List<TaskMessage> receive(Provider provider, int count) {
    return messages(provider, count).stream()
        .map(message -> RecordFormat.message(message.body()))
        .toList();
  }

  @Test
  void hidesADelayedMessage() {
    queue.send(List.of(message(new Task.FetchLastfmArtist("Björk"))), Duration.ofMinutes(10));

    assertThat(depth(Provider.LASTFM)).isEqualTo(new QueueDepths.Depth(0, 0, 1, 0));
  }

  @Test
  void countsWhatWaitsAndWhatIsInFlight() {
    queue.send(
        List.of(
            message(new Task.FetchLastfmArtist("Björk")),
            message(new Task.FetchLastfmArtist("Sigur Rós"))));
    messages(Provider.LASTFM, 1);

    assertThat(depth(Provider.LASTFM)).isEqualTo(new QueueDepths.Depth(1, 1, 0, 0));
  }

  @Test
  void makesAMessageVisibleAgain() {
    queue.send(List.of(message(new Task.FetchLastfmArtist("Björk"))));
    Message held = messages(Provider.LASTFM, 1).getFirst();

    assertThat(
            SqsMessages.from(configuration)
                .makeVisible(Provider.LASTFM, held.receiptHandle(), Duration.ZERO))
        .isTrue();

    assertThat(messages(Provider.LASTFM, 1)).hasSize(1);
  }

  @Test
  void tellsThatAMessageCouldNotBeMadeVisible() {
    assertThat(
            SqsMessages.from(configuration)
                .makeVisible(Provider.LASTFM, "no such handle", Duration.ZERO))
        .isFalse();
  }

  @Test
  void groupsTheMessagesOfAStandardQueueByTheirRequest() {
    queue.send(List.of(message(new Task.FetchLastfmArtist("Björk"))));

    assertThat(messages(Provider.LASTFM, 1).getFirst().attributes())
        .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "playlist:" + PLAYLIST);
  }

  private QueueDepths.@Nullable Depth depth(Provider provider) {
    return SqsQueueDepths.from(configuration).depths().get(provider);
  }

  private List<Message> messages(Provider provider, int count) {
    return ReceivedMessages.from(client, urls.of(provider), count);
  }
}
