package io.linernotes.local.stack.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Waits at the probe's gate before it answers. */
public final class GatedHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final Probe probe;
  private final AtomicBoolean busy = new AtomicBoolean();

  public GatedHandler(Map<String, String> environment) {
    this.probe = Probe.of(environment);
    probe.instances.incrementAndGet();
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    if (!busy.compareAndSet(false, true)) {
      probe.collisions.incrementAndGet();
    }
    probe.mostRunning.accumulateAndGet(probe.running.incrementAndGet(), Math::max);
    probe.gate.acquireUninterruptibly();
    probe.running.decrementAndGet();
    busy.set(false);
    return Map.of("statusCode", 200, "body", "through");
  }
}
