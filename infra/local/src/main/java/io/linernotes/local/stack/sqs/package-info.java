/**
 * Takes the place of SQS and of Lambda's event source mappings.
 *
 * <p>{@code QueueServer} is ElasticMQ, which optionally saves its messages in a {@code
 * MessageFile}. {@code Queues} creates the template's queues. An {@code EventSourcePoller} receives
 * a queue's messages in batches, invokes the function, and deletes the messages that succeed.
 */
@NullMarked
package io.linernotes.local.stack.sqs;

import org.jspecify.annotations.NullMarked;
