/**
 * The whole service on one machine, built from {@code template.yaml} alone.
 *
 * <p>{@link io.linernotes.local.stack.LocalStack} reads the template ({@code template}), starts
 * DynamoDB Local with its tables ({@code dynamodb}) and ElasticMQ with its queues ({@code sqs}),
 * makes the functions' handlers in this process ({@code lambda}), polls the queues for them as
 * Lambda's event source mappings do, runs the schedules ({@code schedule}) and answers HTTP as API
 * Gateway does ({@code gateway}). All servers listen on the loopback interface only, and files
 * belong to their owner alone.
 *
 * <p>What the local stack does not have: IAM, alarms, the network, Secrets Manager. Types of
 * resources that are neither served nor skipped on purpose are an error, so a new one cannot be
 * overlooked.
 */
@NullMarked
package io.linernotes.local.stack;

import org.jspecify.annotations.NullMarked;
