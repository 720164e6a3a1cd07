package io.linernotes.task.sqs;

import io.linernotes.config.Configuration;
import io.linernotes.provider.Provider;
import io.linernotes.remote.Calls;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How many messages wait, as SQS counts them: approximately. */
public final class QueueDepths {

  private static final int AT_A_TIME = 16;

  /**
   * The messages of one queue.
   *
   * @param visible waiting for a worker
   * @param inFlight with a worker
   * @param delayed not to be seen yet
   */
  public record Depth(int visible, int inFlight, int delayed) {

    /** All of them. */
    public int total() {
      return visible + inFlight + delayed;
    }
  }

  /**
   * The messages for one provider; null where SQS did not tell, or no queue is configured.
   *
   * @param deadLetters what nobody could finish
   */
  public record Depths(@Nullable Depth queue, @Nullable Depth deadLetters) {}

  private final SqsClient client;
  private final QueueUrls urls;

  public QueueDepths(SqsClient client, QueueUrls urls) {
    this.client = client;
    this.urls = urls;
  }

  /**
   * Those of the queues that the configuration names, by a client from {@link SqsClients}.
   *
   * @throws IllegalStateException if the configuration names no region or a malformed endpoint
   */
  public static QueueDepths from(Configuration configuration) {
    return new QueueDepths(SqsClients.from(configuration), QueueUrls.from(configuration));
  }

  /** The depths of every provider that has a queue, all asked at the same time. */
  public Map<Provider, Depths> read() {
    List<Provider> providers = urls.providers().stream().sorted().toList();
    List<Depths> depths = Calls.inParallel(providers, AT_A_TIME, this::depths);
    Map<Provider, Depths> byProvider = new EnumMap<>(Provider.class);
    for (int i = 0; i < providers.size(); i++) {
      byProvider.put(providers.get(i), depths.get(i));
    }
    return byProvider;
  }

  private Depths depths(Provider provider) {
    return new Depths(
        depth(urls.of(provider)).orElse(null),
        urls.deadLettersOf(provider).flatMap(this::depth).orElse(null));
  }

  private Optional<Depth> depth(String url) {
    try {
      Map<QueueAttributeName, String> counts =
          client
              .getQueueAttributes(
                  request ->
                      request
                          .queueUrl(url)
                          .attributeNames(
                              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
              .attributes();
      return Optional.of(
          new Depth(
              count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
              count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
              count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)));
    } catch (SdkException e) {
      return Optional.empty();
    }
  }

  private static int count(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
    return Integer.parseInt(counts.getOrDefault(name, "0"));
  }
}
