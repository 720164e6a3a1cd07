package io.linernotes.mixing;

import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.Match;
import io.linernotes.provider.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reconciled value per field that mixing needs; null if no provider has it. The package
 * description has worked examples.
 *
 * @param bpm beats per minute, in the plausible range, never 0
 * @param bpmSource its provider: {@code deezer}, {@code spotify} or {@code reccobeats}
 * @param bpmAlternatives differing values of other providers, in beats per minute
 * @param key from the audio features
 * @param energy 0 to 1, from the audio features
 * @param agreement how far the tempos agree; null if no tempo is known
 */
public record Mix(
    @Nullable Double bpm,
    @Nullable String bpmSource,
    List<Double> bpmAlternatives,
    @Nullable MusicalKey key,
    @Nullable Double energy,
    @Nullable Agreement agreement) {

  /** A track about which nothing is known. */
  public static final Mix UNKNOWN = new Mix(null, null, List.of(), null, null, null);

  /** Copies the alternatives; checks the ranges of tempo and energy. */
  public Mix {
    bpmAlternatives = List.copyOf(bpmAlternatives);
    if (bpm != null && Tempo.of(bpm).isEmpty()) {
      throw new IllegalArgumentException("bpm is " + bpm);
    }
    if (energy != null && !isShare(energy)) {
      throw new IllegalArgumentException("energy is " + energy);
    }
  }

  /** Reconciles a track's Deezer record and its audio features; either may be null. */
  public static Mix of(@Nullable DeezerTrack deezer, @Nullable AudioFeatures features) {
    Mix tempo = reconciled(reading(deezer), reading(features), isFoundByNames(deezer));
    return features == null
        ? tempo
        : new Mix(
            tempo.bpm,
            tempo.bpmSource,
            tempo.bpmAlternatives,
            MusicalKey.of(features.key(), features.mode()).orElse(null),
            features.energy() != null && isShare(features.energy()) ? features.energy() : null,
            tempo.agreement);
  }

  /** The key's place on the Camelot wheel. */
  public @Nullable Camelot camelot() {
    return key == null ? null : key.camelot();
  }

  private static Mix reconciled(
      @Nullable Reading deezer, @Nullable Reading features, boolean foundByNames) {
    if (deezer == null) {
      return features == null ? UNKNOWN : features.alone();
    }
    if (features == null) {
      return deezer.alone();
    }
    Agreement agreement = Agreement.between(deezer.tempo, features.tempo);
    return switch (agreement) {
      case SAME, SINGLE -> deezer.chosen(List.of(), agreement);
      case OCTAVE ->
          features.tempo.isInCountedOctave()
              ? features.chosenOver(deezer, agreement)
              : deezer.chosenOver(features, agreement);
      // Features belong to the track's own id, while Deezer's hit by names may be another
      // recording.
      case DIFFERENT ->
          foundByNames
              ? features.chosenOver(deezer, agreement)
              : deezer.chosenOver(features, agreement);
    };
  }

  private static boolean isFoundByNames(@Nullable DeezerTrack deezer) {
    return deezer != null && deezer.match() != null && deezer.match().by() == Match.By.ARTIST_TITLE;
  }

  private static @Nullable Reading reading(@Nullable DeezerTrack deezer) {
    return deezer == null ? null : reading(deezer.bpm(), Provider.DEEZER.id());
  }

  private static @Nullable Reading reading(@Nullable AudioFeatures features) {
    return features == null ? null : reading(features.tempo(), features.source());
  }

  private static @Nullable Reading reading(@Nullable Double bpm, String source) {
    return Tempo.of(bpm).map(tempo -> new Reading(tempo, source)).orElse(null);
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  /** A tempo and its provider. */
  private record Reading(Tempo tempo, String source) {

    Mix alone() {
      return chosen(List.of(), Agreement.SINGLE);
    }

    Mix chosenOver(Reading other, Agreement agreement) {
      return chosen(List.of(other.tempo.bpm()), agreement);
    }

    Mix chosen(List<Double> alternatives, Agreement agreement) {
      return new Mix(tempo.bpm(), source, alternatives, null, null, agreement);
    }
  }
}
