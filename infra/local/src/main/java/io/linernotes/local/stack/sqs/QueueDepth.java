package io.linernotes.local.stack.sqs;

/** How many messages a queue has that can be received, are being worked on, or wait. */
public record QueueDepth(int visible, int inFlight, int delayed) {
  /** All of them. */
  public int total() {
    return visible + inFlight + delayed;
  }
}
