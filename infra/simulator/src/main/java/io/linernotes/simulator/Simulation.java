package io.linernotes.simulator;

/** One provider's endpoints. */
@FunctionalInterface
interface Simulation {
  Call route(Request request);
}
