package io.linernotes.local.stack.sqs;

import io.linernotes.local.stack.template.QueueSpec;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The template's queues in any server that speaks SQS's protocol. */
public final class Queues implements AutoCloseable {
  private final URI endpoint;
  private final SqsClient client;
  private List<QueueSpec> queues = List.of();

  /** Queues in the SQS at this endpoint. */
  public Queues(URI endpoint) {
    this.endpoint = endpoint;
    this.client = SqsClients.of(endpoint);
  }

  /** A new client of the queues; the caller closes it. */
  public SqsClient newClient() {
    return SqsClients.of(endpoint);
  }

  /** Creates the queues, dead-letter queues first. */
  public void create(List<QueueSpec> queues) {
    this.queues = List.copyOf(queues);
    queues.stream()
        .sorted(Comparator.comparing(queue -> queue.redrive().isPresent()))
        .forEach(
            queue ->
                client.createQueue(
                    request ->
                        request.queueName(queue.name()).attributes(QueueAttributes.of(queue))));
  }

  /** Each queue's depth, by its logical id. */
  public Map<String, QueueDepth> depths() {
    var depths = new HashMap<String, QueueDepth>();
    queues.forEach(queue -> depths.put(queue.logicalId(), depth(queue)));
    return depths;
  }

  private QueueDepth depth(QueueSpec queue) {
    var attributes =
        client
            .getQueueAttributes(
                request -> request.queueUrl(queue.url()).attributeNames(QueueAttributeName.ALL))
            .attributes();
    return new QueueDepth(
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
  }

  private static int number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Integer.parseInt(attributes.getOrDefault(name, "0"));
  }

  @Override
  public void close() {
    client.close();
  }
}
