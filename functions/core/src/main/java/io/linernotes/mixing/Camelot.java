package io.linernotes.mixing;

import java.util.Comparator;

/**
 * A key's place on the Camelot wheel, written {@code 8A}.
 *
 * @param number 1 to 12, clockwise by fifths; 8 is C major and A minor
 * @param ring the inner ring of minor keys or the outer one of major keys
 */
public record Camelot(int number, Ring ring) implements Comparable<Camelot> {

  private static final int HOURS = 12;
  private static final Comparator<Camelot> ORDER =
      Comparator.comparingInt(Camelot::number).thenComparing(Camelot::ring);

  /** The two rings of the wheel. */
  public enum Ring {
    /** Minor keys. */
    A,
    /** Major keys. */
    B
  }

  /** Checks the number. */
  public Camelot {
    if (number < 1 || number > HOURS) {
      throw new IllegalArgumentException("a Camelot number is 1 to 12, not " + number);
    }
  }

  /** The place that many steps clockwise on the same ring. */
  Camelot clockwise(int steps) {
    return new Camelot(Math.floorMod(number - 1 + steps, HOURS) + 1, ring);
  }

  /** By number, minor before major: 1A, 1B, 2A, … */
  @Override
  public int compareTo(Camelot other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return number + ring.name();
  }
}
