package io.linernotes.simulator;

import java.time.Duration;
import java.util.function.Function;

/** A quota, and the provider's reply when it is exceeded. */
record Limit(RollingQuota quota, Function<Duration, Reply> refusal) {}
