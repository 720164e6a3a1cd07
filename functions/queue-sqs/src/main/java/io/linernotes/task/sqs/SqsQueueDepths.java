package io.linernotes.task.sqs;

import io.linernotes.config.Configuration;
import io.linernotes.provider.Provider;
import io.linernotes.remote.Calls;
import io.linernotes.task.QueueDepths;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The depths of the queues, which SQS counts approximately. A queue for which SQS returns no count
 * is left out, so that the status of the others can still be shown.
 */
public final class SqsQueueDepths implements QueueDepths {

  private static final int AT_A_TIME = 16;

  private final SqsClient client;
  private final QueueUrls urls;

  public SqsQueueDepths(SqsClient client, QueueUrls urls) {
    this.client = client;
    this.urls = urls;
  }

  /**
   * The depths of the queues that the configuration names, by a client from {@link SqsClients}.
   *
   * @throws IllegalStateException if the configuration names no region or a malformed endpoint
   */
  public static SqsQueueDepths from(Configuration configuration) {
    return new SqsQueueDepths(SqsClients.from(configuration), QueueUrls.from(configuration));
  }

  @Override
  public Map<Provider, Depth> depths() {
    List<Provider> providers = urls.providers().stream().sorted().toList();
    List<Optional<Depth>> depths = Calls.inParallel(providers, AT_A_TIME, this::depth);
    Map<Provider, Depth> known = new EnumMap<>(Provider.class);
    for (int i = 0; i < providers.size(); i++) {
      Provider provider = providers.get(i);
      depths.get(i).ifPresent(depth -> known.put(provider, depth));
    }
    return known;
  }

  private Optional<Depth> depth(Provider provider) {
    return counts(urls.of(provider))
        .map(
            counts ->
                new Depth(
                    counts.waiting(),
                    counts.inFlight(),
                    counts.delayed(),
                    urls.deadLettersOf(provider)
                        .flatMap(this::counts)
                        .map(Counts::all)
                        .orElse(null)));
  }

  private record Counts(int waiting, int inFlight, int delayed) {
    int all() {
      return waiting + inFlight + delayed;
    }
  }

  private Optional<Counts> counts(String url) {
    try {
      Map<QueueAttributeName, String> attributes =
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
          new Counts(
              count(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
              count(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
              count(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)));
    } catch (SdkException e) {
      return Optional.empty();
    }
  }

  private static int count(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Integer.parseInt(attributes.getOrDefault(name, "0"));
  }
}
