package io.linernotes.task.sqs;

import io.linernotes.config.Configuration;
import io.linernotes.provider.Provider;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Messages that a worker holds. */
public final class SqsMessages {

  /** SQS hides a message for twelve hours at most. */
  private static final long LONGEST_SECONDS = 43_200;

  private final SqsClient client;
  private final QueueUrls urls;

  public SqsMessages(SqsClient client, QueueUrls urls) {
    this.client = client;
    this.urls = urls;
  }

  /**
   * Those in the queues that the configuration names, by a client from {@link SqsClients}.
   *
   * @throws IllegalStateException if the configuration names no region or a malformed endpoint
   */
  public static SqsMessages from(Configuration configuration) {
    return new SqsMessages(SqsClients.from(configuration), QueueUrls.from(configuration));
  }

  /**
   * Has a message come back that long from now, in place of when its queue's visibility timeout
   * ends.
   *
   * @return whether SQS did so; if not, the timeout stands and the message comes back later
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
