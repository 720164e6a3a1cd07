package io.linernotes.local.stack.sqs;

import org.apache.pekko.actor.AbstractActor;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;

/** Receives every change of a queue, and saves it before the change is acknowledged. */
final class MessageKeeper extends AbstractActor {
  private final MessageFile file;

  MessageKeeper(MessageFile file) {
    this.file = file;
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(
            QueueEvent.MessageAdded.class,
            added -> {
              file.put(added.queueName(), added.message());
              acknowledge();
            })
        .match(
            QueueEvent.MessageUpdated.class,
            updated -> {
              file.put(updated.queueName(), updated.message());
              acknowledge();
            })
        .match(
            QueueEvent.MessageRemoved.class,
            removed -> {
              file.remove(removed.queueName(), removed.messageId());
              acknowledge();
            })
        .match(QueueEvent.QueueDeleted.class, deleted -> file.clear(deleted.queueName()))
        .matchAny(other -> {})
        .build();
  }

  private void acknowledge() {
    getSender().tell(OperationSuccessful$.MODULE$, getSelf());
  }
}
