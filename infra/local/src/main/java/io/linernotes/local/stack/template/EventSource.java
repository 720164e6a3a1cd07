package io.linernotes.local.stack.template;

import java.time.Duration;
import java.util.OptionalInt;

/** A queue that invokes a function with batches of its messages. */
public record EventSource(
    String queueArn,
    int batchSize,
    Duration window,
    OptionalInt maximumConcurrency,
    boolean reportsBatchItemFailures) {}
