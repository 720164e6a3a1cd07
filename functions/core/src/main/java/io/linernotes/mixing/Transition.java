package io.linernotes.mixing;

import io.linernotes.mixing.Tempo.Counting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How well one track follows another, and why. The package description has the formula.
 *
 * @param score 0 to 1
 * @param pitchPercent how far the second track's pitch fader moves, faster above 0; null if a tempo
 *     is unknown
 * @param energyChange −1 to 1; null if an energy is unknown
 * @param sameArtist whether both are by one artist, which makes the score 0
 * @param clash whether the keys clash or the tempo is beyond the fader's reach
 * @param unknown the parts that could not be judged, because a value is unknown
 * @param reasons one for each part of the score
 */
public record Transition(
    double score,
    KeyMove keyMove,
    @Nullable Double pitchPercent,
    @Nullable Double energyChange,
    boolean sameArtist,
    boolean clash,
    Set<Part> unknown,
    List<String> reasons) {

  /** The parts of a score, by the name of the field in {@link Mix}. */
  public enum Part {
    KEY,
    BPM,
    ENERGY
  }

  private static final double KEY_WEIGHT = 0.4;
  private static final double TEMPO_WEIGHT = 0.4;
  private static final double ENERGY_WEIGHT = 0.2;
  private static final double CLASHING = 0.5;
  private static final double UNKNOWN_SCORE = 0.5;

  /**
   * A step in energy of at most this size scores 1; a jump of {@link #LARGE_JUMP} or more scores 0.
   */
  private static final double SMALL_STEP = 0.1;

  private static final double LARGE_JUMP = 0.6;

  /** Copies the collections. */
  public Transition {
    unknown = Set.copyOf(unknown);
    reasons = List.copyOf(reasons);
  }

  /** The transition from one track to another. */
  public static Transition between(SetTrack from, SetTrack to) {
    Parts parts = Parts.of(from.mix(), to.mix());
    boolean sameArtist = from.isBySameArtistAs(to);
    return new Transition(
        sameArtist ? 0 : parts.score(),
        parts.keyMove,
        parts.pitch == null ? null : parts.pitch.percent(),
        parts.energyChange,
        sameArtist,
        parts.isClash(),
        parts.unknown(),
        reasons(from.mix(), to.mix(), parts, sameArtist));
  }

  /** The score alone, without reasons, for a search that compares very many transitions. */
  static double score(SetTrack from, SetTrack to) {
    return from.isBySameArtistAs(to) ? 0 : Parts.of(from.mix(), to.mix()).score();
  }

  /** All reasons in one line. */
  public String reason() {
    return String.join("; ", reasons);
  }

  private static List<String> reasons(Mix from, Mix to, Parts parts, boolean sameArtist) {
    List<String> reasons = new ArrayList<>();
    if (sameArtist) {
      reasons.add("same artist twice running");
    }
    reasons.add(keyReason(from, to, parts.keyMove));
    reasons.add(tempoReason(from, to, parts.pitch));
    reasons.add(energyReason(from, to, parts.energyChange));
    return reasons;
  }

  private static String keyReason(Mix from, Mix to, KeyMove move) {
    return move == KeyMove.UNKNOWN
        ? unknown("key", from.key(), to.key())
        : from.camelot() + " to " + to.camelot() + ", " + move.description();
  }

  private static String tempoReason(Mix from, Mix to, @Nullable PitchChange pitch) {
    if (pitch == null) {
      return unknown("BPM", from.bpm(), to.bpm());
    }
    return decimal("%.1f to %.1f BPM, pitch %+.1f %%", from.bpm(), to.bpm(), pitch.percent())
        + counted(pitch.counting())
        + (pitch.isWithinReach() ? "" : ", out of the fader's reach");
  }

  private static String counted(Counting counting) {
    return switch (counting) {
      case WHOLE -> "";
      case HALF -> " counted in half time";
      case DOUBLE -> " counted in double time";
    };
  }

  private static String energyReason(Mix from, Mix to, @Nullable Double change) {
    return change == null
        ? unknown("energy", from.energy(), to.energy())
        : decimal("energy %.2f to %.2f", from.energy(), to.energy());
  }

  private static String unknown(String what, @Nullable Object from, @Nullable Object to) {
    String whose =
        from == null && to == null ? "both tracks" : from == null ? "the first" : "the second";
    return what + " of " + whose + " unknown";
  }

  private static String decimal(String format, @Nullable Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private record Parts(
      KeyMove keyMove, @Nullable PitchChange pitch, @Nullable Double energyChange) {

    static Parts of(Mix from, Mix to) {
      return new Parts(
          keyMove(from.camelot(), to.camelot()),
          pitch(from.bpm(), to.bpm()),
          from.energy() == null || to.energy() == null ? null : to.energy() - from.energy());
    }

    private static KeyMove keyMove(@Nullable Camelot from, @Nullable Camelot to) {
      return from == null || to == null ? KeyMove.UNKNOWN : KeyMove.between(from, to);
    }

    private static @Nullable PitchChange pitch(@Nullable Double from, @Nullable Double to) {
      return from == null || to == null
          ? null
          : PitchChange.between(new Tempo(from), new Tempo(to));
    }

    double score() {
      double weighted =
          KEY_WEIGHT * keyMove.score()
              + TEMPO_WEIGHT * (pitch == null ? UNKNOWN_SCORE : pitch.score())
              + ENERGY_WEIGHT * energyScore();
      return isClash() ? CLASHING * weighted : weighted;
    }

    private double energyScore() {
      return energyChange == null
          ? UNKNOWN_SCORE
          : Math.clamp((LARGE_JUMP - Math.abs(energyChange)) / (LARGE_JUMP - SMALL_STEP), 0, 1);
    }

    boolean isClash() {
      return keyMove == KeyMove.CLASH || (pitch != null && !pitch.isWithinReach());
    }

    Set<Part> unknown() {
      Set<Part> unknown = EnumSet.noneOf(Part.class);
      if (keyMove == KeyMove.UNKNOWN) {
        unknown.add(Part.KEY);
      }
      if (pitch == null) {
        unknown.add(Part.BPM);
      }
      if (energyChange == null) {
        unknown.add(Part.ENERGY);
      }
      return unknown;
    }
  }
}
