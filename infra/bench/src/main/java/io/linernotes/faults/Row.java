package io.linernotes.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of one fault.
 *
 * @param sections the sections that the request asks for: tasks in
 * @param lost sections that were still unanswered when the time to heal had passed
 * @param wrongMisses sections that are a miss only with the fault
 * @param breaches calls that exceeded a provider's quota
 * @param requests how many requests were sent
 * @param late how many of the requests took longer than two seconds
 * @param failed how many of the requests had no answer, or a 5xx other than 503
 * @param stale the most sections that were served stale at once
 * @param healed the time from the fault's end until everything was answered, if it was
 * @param allowed the longest time that healing may take: the last wait that the service reported,
 *     plus a minute
 */
record Row(
    String fault,
    int sections,
    int lost,
    int wrongMisses,
    int breaches,
    int requests,
    int late,
    int failed,
    int stale,
    Optional<Duration> healed,
    Duration allowed) {

  /** Combines two rows of the same fault: sums the counts and takes the slowest healing. */
  Row and(Row other) {
    boolean both = healed.isPresent() && other.healed.isPresent();
    return new Row(
        fault,
        sections + other.sections,
        lost + other.lost,
        wrongMisses + other.wrongMisses,
        breaches + other.breaches,
        requests + other.requests,
        late + other.late,
        failed + other.failed,
        Math.max(stale, other.stale),
        both && healed.get().compareTo(other.healed.get()) < 0
            ? other.healed
            : both ? healed : Optional.empty(),
        allowed.compareTo(other.allowed) < 0 ? other.allowed : allowed);
  }

  /** The promises that this row breaks. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    add(broken, sections == 0, "nothing was answered");
    add(broken, lost > 0, lost + " lost");
    add(broken, wrongMisses > 0, wrongMisses + " wrong misses");
    add(broken, breaches > 0, breaches + " breaches");
    add(broken, late > 0, late + " answers later than 2 s");
    add(broken, failed > 0, failed + " failed requests");
    add(
        broken,
        healed.isEmpty() || healed.get().compareTo(allowed) > 0,
        "not healed within " + allowed.toSeconds() + " s");
    return broken;
  }

  private static void add(List<String> broken, boolean condition, String what) {
    if (condition) {
      broken.add(what);
    }
  }
}
