package io.linernotes.task.sqs;

import io.linernotes.config.Configuration;
import io.linernotes.provider.Provider;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Messages that a worker has received and not yet acknowledged. */
public final class SqsMessages {

  /** The longest visibility timeout of SQS: twelve hours. */
  private static final long LONGEST_SECONDS = 43_200;

  private final SqsClient client;
  private final QueueUrls urls;

  public SqsMessages(SqsClient client, QueueUrls urls) {
    this.client = client;
    this.urls = urls;
  }

  /**
   * The messages of the queues that the configuration names, by a client from {@link SqsClients}.
   *
   * @throws IllegalStateException if the configuration names no region or a malformed endpoint
   */
  public static SqsMessages from(Configuration configuration) {
    return new SqsMessages(SqsClients.from(configuration), QueueUrls.from(configuration));
  }

  /**
   * Makes a message visible after this time instead of its queue's visibility timeout.
   *
   * @return whether SQS accepted it; if not, the queue's visibility timeout applies
   */
  public boolean makeVisible(Provider provider, String receiptHandle, Duration after) {
    String url = urls.of(provider);
    int seconds = (int) Math.clamp(after.plusMillis(999).toSeconds(), 0, LONGEST_SECONDS);
    try {
      client.changeMessageVisibility(
          request -> request.queueUrl(url).receiptHandle(receiptHandle).visibilityTimeout(seconds));
      return true;
    } catch (SdkException e) {
      return false;
    }
  }
}
