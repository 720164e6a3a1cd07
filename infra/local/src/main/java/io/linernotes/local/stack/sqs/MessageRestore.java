package io.linernotes.local.stack.sqs;

import static java.util.Comparator.comparing;

import io.linernotes.local.stack.template.QueueSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.RestoreMessages;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Puts a queue's saved messages back into it. */
record MessageRestore(ActorRef manager, Duration patience) {

  void restore(QueueSpec queue, MessageFile file) {
    try {
      var messages = file.messages(queue.name());
      if (!messages.isEmpty()) {
        ask(queueActor(queue), new RestoreMessages(inOrder(messages)));
      }
    } catch (IOException e) {
      System.getLogger(MessageRestore.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "The messages kept for {0} cannot be read and are dropped: {1}",
              queue.logicalId(),
              e.getMessage());
      file.clear(queue.name());
    }
  }

  private static scala.collection.immutable.List<InternalMessage> inOrder(
      List<InternalMessage> messages) {
    var now = System.currentTimeMillis();
    var inOrder = messages.stream().sorted(comparing(InternalMessage::created)).toList();
    inOrder.stream()
        .filter(message -> message.receiveCount() > 0)
        .filter(message -> message.nextDelivery() > now)
        .forEach(message -> message.nextDelivery_$eq(now));
    return CollectionConverters.asScala(inOrder).toList();
  }

  private ActorRef queueActor(QueueSpec queue) {
    var found = (Option<?>) ask(manager, new LookupQueue(queue.name()));
    return (ActorRef) found.get();
  }

  private Object ask(ActorRef actor, Object message) {
    return Patterns.ask(actor, message, patience).toCompletableFuture().join();
  }
}
