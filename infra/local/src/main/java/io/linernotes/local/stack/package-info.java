/**
 * The whole service on one machine, built from {@code template.yaml} alone.
 *
 * <p>{@link io.linernotes.local.stack.LocalStack} reads the template into a {@link
 * io.linernotes.local.stack.template.Topology}, starts DynamoDB Local and ElasticMQ, creates the
 * tables and queues, runs the functions in this process, and starts their pollers, schedules and
 * HTTP API.
 */
@NullMarked
package io.linernotes.local.stack;

import org.jspecify.annotations.NullMarked;
