package io.linernotes.simulator;

import java.util.function.Supplier;

/** A request's endpoint, and a supplier that computes the reply. */
record Call(String endpoint, Supplier<Reply> reply) {}
