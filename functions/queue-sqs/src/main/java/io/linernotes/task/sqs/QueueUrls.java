package io.linernotes.task.sqs;

import io.linernotes.config.Configuration;
import io.linernotes.provider.Provider;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The URLs of the providers' queues, from {@code SPOTIFY_QUEUE_URL} and so on, and of their
 * dead-letter queues, from {@code SPOTIFY_DLQ_URL} and so on.
 */
public final class QueueUrls {

  private static final String FIFO = ".fifo";

  private final Map<Provider, String> queues;
  private final Map<Provider, String> deadLetters;

  private QueueUrls(Map<Provider, String> queues, Map<Provider, String> deadLetters) {
    this.queues = queues;
    this.deadLetters = deadLetters;
  }

  /** The queues that the configuration names; a provider without one fails at the first send. */
  public static QueueUrls from(Configuration configuration) {
    return new QueueUrls(named(configuration, "_QUEUE_URL"), named(configuration, "_DLQ_URL"));
  }

  private static Map<Provider, String> named(Configuration configuration, String suffix) {
    Map<Provider, String> urls = new EnumMap<>(Provider.class);
    for (Provider provider : Provider.values()) {
      configuration.optional(provider.name() + suffix).ifPresent(url -> urls.put(provider, url));
    }
    return urls;
  }

  /**
   * The provider's queue.
   *
   * @throws IllegalStateException if none is configured
   */
  public String of(Provider provider) {
    String url = queues.get(provider);
    if (url == null) {
      throw new IllegalStateException(
          provider.name()
              + "_QUEUE_URL is not set. Set it to the URL of the queue of tasks for "
              + provider.displayName()
              + ".");
    }
    return url;
  }

  /** The provider's dead-letter queue, if it is configured. */
  public Optional<String> deadLettersOf(Provider provider) {
    return Optional.ofNullable(deadLetters.get(provider));
  }

  /** The providers that have a queue. */
  public Set<Provider> providers() {
    return Set.copyOf(queues.keySet());
  }

  public static boolean isFifo(String url) {
    return url.endsWith(FIFO);
  }
}
