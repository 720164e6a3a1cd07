package io.linernotes.api.analysis;

import io.linernotes.analysis.Analysis;
import io.linernotes.api.exchange.Answer;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Analyses as answers: 202 while something is on its way, 200 once nothing is. */
final class Analyses {

  private Analyses() {}

  static Answer answer(Analysis analysis, Function<Analysis, String> format) {
    String body = format.apply(analysis);
    return analysis.onItsWay()
        ? Answer.pending(body, analysis.progress().eta())
        : Answer.settled(body, analysis.refusedFor());
  }

  /** What is said while Spotify's own record of the playlist or track is not in the cache. */
  static Answer notHereYet(
      Function<@Nullable Duration, String> format, @Nullable Duration refusedFor) {
    String body = format.apply(refusedFor);
    return refusedFor == null
        ? Answer.pending(body, Duration.ZERO)
        : Answer.settled(body, refusedFor);
  }
}
