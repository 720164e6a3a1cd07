package io.linernotes.simulator;

import java.util.function.Supplier;

/** A request that found its endpoint, and the answer once it is wanted. */
record Call(String endpoint, Supplier<Reply> reply) {}
