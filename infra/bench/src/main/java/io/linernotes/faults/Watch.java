package io.linernotes.faults;

import io.linernotes.simulator.SimulatorReport;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Polls an analysis during and after a fault, and records what the client sees. */
final class Watch {

  private static final Duration POLL = Duration.ofMillis(300);
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final Client client;
  private final String playlist;
  private Answer last = Answer.none(Duration.ZERO);
  private int requests;
  private int late;
  private int failed;
  private int stale;
  private Duration told = Duration.ZERO;
  private Optional<Duration> healed = Optional.empty();

  Watch(Client client, String playlist) {
    this.client = client;
    this.playlist = playlist;
  }

  /** Polls for this time, regardless of the answers. */
  void during(URI service, Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      poll(service);
      Thread.sleep(POLL);
    }
  }

  /** Polls until everything is answered or the allowed time has passed. */
  void untilHealed(URI service) throws InterruptedException {
    told = last.retryAfter();
    long start = System.nanoTime();
    do {
      poll(service);
      if (last.isHealed()) {
        healed = Optional.of(Duration.ofNanos(System.nanoTime() - start));
        return;
      }
      Thread.sleep(POLL);
    } while (System.nanoTime() - start < allowed().toNanos());
  }

  /** Sends one request and records the answer; an answer without an analysis is not kept. */
  void poll(URI service) throws InterruptedException {
    Answer answer = client.analysis(service, playlist);
    requests++;
    late += answer.isLate() ? 1 : 0;
    failed += answer.isFailed() ? 1 : 0;
    stale = Math.max(stale, answer.count("stale"));
    if (answer.status() == 200 || answer.status() == 202) {
      last = answer;
    }
  }

  /** The latest answer. */
  Answer last() {
    return last;
  }

  private Duration allowed() {
    return told.plus(MINUTE);
  }

  /**
   * The result as a row.
   *
   * @param truth the statuses of the sections without a fault
   */
  Row row(String fault, Map<String, String> truth, SimulatorReport report) {
    Map<String, String> sections = last.sections();
    int lost =
        (int)
            truth.keySet().stream()
                .filter(section -> !Answer.isFinal(sections.getOrDefault(section, "pending")))
                .count();
    int wrong =
        (int)
            sections.entrySet().stream()
                .filter(section -> section.getValue().equals("miss"))
                .filter(section -> !"miss".equals(truth.get(section.getKey())))
                .count();
    return new Row(
        fault,
        truth.size(),
        lost,
        wrong,
        report.breaches(),
        requests,
        late,
        failed,
        stale,
        healed,
        allowed());
  }
}
