package io.linernotes.property;

import java.util.function.Consumer;

/** Checks a statement for many generated cases; the package says how to write one. */
public final class Property {

  private static final int TRIES = 1_000;
  private static final int DISCARDS_PER_TRY = 10;
  private static final long SEED = 20_261_101;

  private Property() {}

  /** Checks that the body passes for 1,000 cases. */
  public static void holds(Consumer<Cases> body) {
    holds(TRIES, body);
  }

  /** Checks that the body passes for this many cases; discarded ones do not count. */
  public static void holds(int tries, Consumer<Cases> body) {
    check(Integer.getInteger("property.tries", tries), seed(), body);
  }

  static void check(int tries, long seed, Consumer<Cases> body) {
    int passed = 0;
    int discarded = 0;
    while (passed < tries) {
      if (passes(new Cases(seed, passed + discarded, tries), body)) {
        passed++;
      } else if (++discarded > tries * DISCARDS_PER_TRY) {
        throw new AssertionError(
            "Only " + passed + " cases fit the assumption, " + discarded + " did not");
      }
    }
  }

  /** Whether the case passed; false when it was discarded. */
  private static boolean passes(Cases cases, Consumer<Cases> body) {
    try {
      body.accept(cases);
      return true;
    } catch (Cases.DiscardedException e) {
      return false;
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(cases.description() + ": " + e.getMessage(), e);
    }
  }

  private static long seed() {
    String seed = System.getProperty("property.seed", String.valueOf(SEED));
    return seed.equals("random") ? System.nanoTime() : Long.parseLong(seed);
  }
}
