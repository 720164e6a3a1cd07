package io.linernotes.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Handles a provider's calls: counts, limits and delays them, applies failures, then answers. */
final class ProviderHandler implements HttpHandler {
  private final Simulation simulation;
  private final List<Limit> limits;
  private final ScriptedFailures failures;
  private final CallLog log;
  private final Duration latency;
  private final InstantSource clock;
  private final AtomicLong ordinal = new AtomicLong();

  /**
   * Handles calls under these limits. Without limits, only failures that name the endpoint apply.
   */
  ProviderHandler(
      Simulation simulation,
      List<Limit> limits,
      ScriptedFailures failures,
      CallLog log,
      Duration latency,
      InstantSource clock) {
    this.simulation = simulation;
    this.limits = limits;
    this.failures = failures;
    this.log = log;
    this.latency = latency;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Instant arrival = clock.instant();
    Call call = simulation.route(Request.of(exchange, exchange.getHttpContext().getPath()));
    Optional<Reply> refusal = measured(call, arrival);
    Optional<Failure> failure = failureOf(call);
    pause(varied(latency));
    if (failure.isPresent()) {
      spoil(exchange, call, failure.get());
    } else {
      send(exchange, refusal.orElseGet(answered(call)));
    }
  }

  /** The correct answer, or HTTP 500 with the fault if the simulator itself fails. */
  private static Supplier<Reply> answered(Call call) {
    return () -> {
      try {
        return call.reply().get();
      } catch (RuntimeException e) {
        return Reply.text(
            500, "text/plain", "The simulator failed on " + call.endpoint() + ": " + e);
      }
    };
  }

  private Optional<Reply> measured(Call call, Instant arrival) {
    if (limits.isEmpty()) {
      log.arrived(call.endpoint());
      return Optional.empty();
    }
    Optional<Reply> refusal =
        limits.stream()
            .flatMap(limit -> limit.quota().arrive(arrival).map(limit.refusal()).stream())
            .findFirst();
    log.arrived(call.endpoint(), arrival, refusal.isPresent());
    return refusal;
  }

  private Optional<Failure> failureOf(Call call) {
    return limits.isEmpty()
        ? failures.nextFor(call.endpoint())
        : failures.nextForAnyOr(call.endpoint());
  }

  private void spoil(HttpExchange exchange, Call call, Failure failure) throws IOException {
    switch (failure) {
      case Failure.Answer answer -> send(exchange, answer.reply());
      case Failure.Slow slow -> {
        pause(slow.delay());
        send(exchange, answered(call).get());
      }
      case Failure.Drip drip -> drip(exchange, answered(call).get(), drip.pause());
      case Failure.Huge huge -> sendHuge(exchange, huge.bytes());
      case Failure.Mislabelled label ->
          send(exchange, answered(call).get().with("Content-Type", label.contentType()));
      case Failure.Truncated _ -> {
        byte[] body = answered(call).get().body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length + 1L);
        exchange.getResponseBody().write(Arrays.copyOf(body, body.length / 2));
        exchange.getResponseBody().flush();
        exchange.close();
      }
      case Failure.Reset _ -> exchange.close();
    }
  }

  private static void drip(HttpExchange exchange, Reply reply, Duration pause) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(reply.status(), body.length);
      for (byte drop : body) {
        pause(pause);
        exchange.getResponseBody().write(drop);
        exchange.getResponseBody().flush();
      }
    }
  }

  private static void sendHuge(HttpExchange exchange, int bytes) throws IOException {
    byte[] part = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    try (exchange) {
      exchange.sendResponseHeaders(200, bytes);
      exchange.getResponseBody().write('"');
      for (int left = bytes - 1; left > 0; left -= part.length) {
        exchange.getResponseBody().write(part, 0, Math.min(left, part.length));
      }
    }
  }

  private void send(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.throttling()) {
      log.throttled();
    }
    HttpReplies.send(exchange, reply);
  }

  /** The base varied by up to a fifth: different for each call, the same in each run. */
  private Duration varied(Duration base) {
    long step = ordinal.getAndIncrement() * 7 % 9;
    return base.multipliedBy(16 + step).dividedBy(20);
  }

  private static void pause(Duration duration) throws IOException {
    if (!duration.isPositive()) {
      return;
    }
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped", e);
    }
  }
}
