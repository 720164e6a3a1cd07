package io.linernotes.task.sqs;

import io.linernotes.config.Configuration;
import io.linernotes.provider.Provider;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ, started once for all tests on a free port. */
final class LocalSqs {

  private LocalSqs() {}

  /** Creates the queues and returns the configuration of a function that uses them. */
  static Configuration withQueues(String prefix) {
    return withQueues(
        prefix,
        Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ENDPOINT_URL_SQS", Server.ENDPOINT,
            "AWS_ACCESS_KEY_ID", "local",
            "AWS_SECRET_ACCESS_KEY", "local"));
  }

  /** The same at the endpoint that {@code environment} names. */
  static Configuration withQueues(String prefix, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    try (SqsClient client = SqsClients.from(Configuration.of(environment))) {
      for (Provider provider : Provider.values()) {
        String name = prefix + "-" + provider.id();
        all.put(
            provider.name() + "_QUEUE_URL", create(client, name, provider == Provider.MUSICBRAINZ));
        all.put(
            provider.name() + "_DLQ_URL",
            create(client, name + "-dead-letters", provider == Provider.MUSICBRAINZ));
      }
    }
    return Configuration.of(all);
  }

  /** Started only by tests that have no other SQS. */
  private static final class Server {
    private static final String ENDPOINT =
        "http://localhost:"
            + SQSRestServerBuilder.withInterface("localhost")
                .withDynamicPort()
                .start()
                .waitUntilStarted()
                .localAddress()
                .getPort();
  }

  private static String create(SqsClient client, String name, boolean fifo) {
    String full = name.toLowerCase(Locale.ROOT) + (fifo ? ".fifo" : "");
    return client
        .createQueue(
            request ->
                request
                    .queueName(full)
                    .attributes(fifo ? Map.of(QueueAttributeName.FIFO_QUEUE, "true") : Map.of()))
        .queueUrl();
  }
}
