package io.linernotes.worker;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.HttpReply;
import io.linernotes.http.ProviderHttp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Paces calls: each waits for its turn. No call is made during the provider's cooldown, or when it
 * could not finish before the invocation's deadline.
 */
final class PacedHttp implements ProviderHttp {

  private final ProviderHttp http;
  private final Pace pace;
  private final CooldownWatch cooldowns;
  private final boolean oneAtATime;
  private final ReentrantLock only = new ReentrantLock(true);
  private final InstantSource clock;
  private final Queue<Duration> latencies = new ConcurrentLinkedQueue<>();
  private volatile Instant latestSend = Instant.MIN;

  /**
   * @param oneAtATime whether the quota is one call in each window: the window then starts at the
   *     reply, because the call arrived at an unknown moment before it
   */
  PacedHttp(
      ProviderHttp http,
      Pace pace,
      CooldownWatch cooldowns,
      InstantSource clock,
      boolean oneAtATime) {
    this.http = http;
    this.pace = pace;
    this.cooldowns = cooldowns;
    this.clock = clock;
    this.oneAtATime = oneAtATime;
  }

  /** Begins an invocation that makes no call after {@code latestSend}. */
  void begin(Instant latestSend) {
    this.latestSend = latestSend;
    latencies.clear();
  }

  /** How many calls this invocation has made. */
  int calls() {
    return latencies.size();
  }

  /** How long each call of this invocation took, from the send to the reply or the failure. */
  List<Duration> latencies() {
    return List.copyOf(latencies);
  }

  /** Ends an invocation: waits until the next call would be allowed, if this one made any. */
  void end() throws InterruptedException {
    if (calls() > 0) {
      pace.settle();
    }
  }

  @Override
  public Outcome<HttpReply> send(HttpCall call) {
    try {
      return oneAtATime ? alone(call) : inTurn(call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Postponed<>(Duration.ZERO);
    }
  }

  private Outcome<HttpReply> inTurn(HttpCall call) throws InterruptedException {
    if (!pace.await(latestSend)) {
      return new Outcome.Postponed<>(Duration.ZERO);
    }
    Duration cooling = cooldowns.left();
    if (cooling.isPositive()) {
      return new Outcome.Postponed<>(cooling);
    }
    Instant sent = clock.instant();
    try {
      return http.send(call);
    } finally {
      latencies.add(Duration.between(sent, clock.instant()));
    }
  }

  private Outcome<HttpReply> alone(HttpCall call) throws InterruptedException {
    only.lockInterruptibly();
    try {
      int before = calls();
      Outcome<HttpReply> outcome = inTurn(call);
      if (calls() > before) {
        pace.restart();
      }
      return outcome;
    } finally {
      only.unlock();
    }
  }
}
