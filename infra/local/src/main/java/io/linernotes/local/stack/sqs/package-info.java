/**
 * SQS on one machine: ElasticMQ, the template's queues with their dead-letter queues, the pollers
 * that invoke functions with batches, and the file that keeps messages across restarts.
 */
@NullMarked
package io.linernotes.local.stack.sqs;

import org.jspecify.annotations.NullMarked;
