package io.linernotes.api.analysis;

import io.linernotes.analysis.Analysis;
import io.linernotes.api.exchange.Answer;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.TrackPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Analyses as answers: 202 while something is on its way, 200 once nothing is. */
final class Analyses {

  private Analyses() {}

  static Answer answer(Analysis analysis, Function<Analysis, String> format) {
    String body = format.apply(analysis);
    Answer answer =
        analysis.onItsWay()
            ? Answer.pending(body, analysis.progress().eta())
            : Answer.settled(body, analysis.refusedFor());
    return oldest(analysis).map(fetchedAt -> answer.age(fetchedAt, analysis.at())).orElse(answer);
  }

  /** When the oldest section shown was fetched; empty if none was. */
  private static Optional<Instant> oldest(Analysis analysis) {
    return Stream.concat(
            analysis.tracks().stream().map(Analysis.Place::plan).flatMap(Analyses::sections),
            analysis.artists().values().stream())
        .flatMap(section -> Stream.ofNullable(section.fetchedAt()))
        .min(Comparator.naturalOrder());
  }

  private static Stream<? extends SectionState<?>> sections(@Nullable TrackPlan plan) {
    return plan == null
        ? Stream.empty()
        : Stream.of(plan.deezer(), plan.lastfm(), plan.audioFeatures()).filter(Objects::nonNull);
  }

  /** The answer while Spotify's own record of the playlist or track is not in the cache. */
  static Answer notHereYet(
      Function<@Nullable Duration, String> format, @Nullable Duration refusedFor) {
    String body = format.apply(refusedFor);
    return refusedFor == null
        ? Answer.pending(body, Duration.ZERO)
        : Answer.settled(body, refusedFor);
  }
}
