/**
 * The task queues in SQS, one for each provider. {@link io.linernotes.task.sqs.SqsTaskQueue} sends
 * tasks in batches of ten, {@link io.linernotes.task.sqs.SqsMessages} changes when a received
 * message is redelivered, and {@link io.linernotes.task.sqs.SqsQueueDepths} counts the messages of
 * the queues and of their dead-letter queues. The name of a FIFO queue ends in {@code .fifo}.
 */
@NullMarked
package io.linernotes.task.sqs;

import org.jspecify.annotations.NullMarked;
