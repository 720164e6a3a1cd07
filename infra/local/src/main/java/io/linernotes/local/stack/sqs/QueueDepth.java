package io.linernotes.local.stack.sqs;

/** How many messages of a queue are visible, in flight and delayed. */
public record QueueDepth(int visible, int inFlight, int delayed) {
  /** All of them. */
  public int total() {
    return visible + inFlight + delayed;
  }
}
