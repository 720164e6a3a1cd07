package io.linernotes.local.stack.handlers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** What one test sees of the handlers that run for it, found by the variable {@code PROBE}. */
public final class Probe {
  private static final Map<String, Probe> PROBES = new ConcurrentHashMap<>();

  /** Bodies in the order in which handlers were given them. */
  public final List<String> bodies = new CopyOnWriteArrayList<>();

  /** Bodies that a batch handler reports as failed. */
  public final Set<String> failing = ConcurrentHashMap.newKeySet();

  /** Opens the gate of a gated handler. */
  public final Semaphore gate = new Semaphore(0);

  /** Instances made, and instances running now. */
  public final AtomicInteger instances = new AtomicInteger();

  public final AtomicInteger running = new AtomicInteger();
  public final AtomicInteger mostRunning = new AtomicInteger();

  /** Handlers that found themselves invoked twice at once. */
  public final AtomicInteger collisions = new AtomicInteger();

  public final AtomicInteger interrupted = new AtomicInteger();

  /** The probe of that name. */
  public static Probe of(String name) {
    return PROBES.computeIfAbsent(name, unused -> new Probe());
  }

  static Probe of(Map<String, String> environment) {
    return of(environment.getOrDefault("PROBE", ""));
  }
}
