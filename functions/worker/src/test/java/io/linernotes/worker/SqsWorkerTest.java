package io.linernotes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.enrichment.Outcome;
import io.linernotes.json.RecordFormat;
import io.linernotes.observability.FixedContext;
import io.linernotes.observability.RecordedMetrics;
import io.linernotes.planning.LeaseTime;
import io.linernotes.provider.Provider;
import io.linernotes.status.Counters;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.Task;
import io.linernotes.task.TaskMessage;
import io.linernotes.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An unreadable message does not affect the others in its batch and does not block its queue. */
class SqsWorkerTest {

  private static final Task GOOD = new Task.FetchLastfmArtist("Björk");

  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final List<Task> asked = new ArrayList<>();
  private final List<String> seenAgainAtOnce = new ArrayList<>();
  private final SqsWorker worker = worker();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "<html>",
        "{\"task\":null}",
        "{\"task\":{}}",
        "{\"task\":{\"type\":\"fetch_lastfm_artist\",\"artist\":null},\"sent_at\":null}",
        "{\"task\":{\"type\":\"find_isrc\",\"track\":null}}",
        "{\"task\":{\"type\":\"no_such_task\"}}",
        "{\"task\":42,\"correlation_id\":7}",
      })
  void aMessageThatNobodyCanReadGoesToTheDeadLetterQueueAtOnce(String body) {
    SQSBatchResponse response =
        handle(message("bad", body), message("good", RecordFormat.message(sent(GOOD))));

    assertThat(failures(response)).containsExactly("bad");
    assertThat(seenAgainAtOnce).containsExactly("receipt-bad");
    assertThat(asked).containsExactly(GOOD);
  }

  @Test
  void anotherProvidersTaskHarmsNoNeighbour() {
    String other = RecordFormat.message(sent(new Task.FetchReccoBeatsFeatures(List.of())));

    SQSBatchResponse response =
        handle(message("bad", other), message("good", RecordFormat.message(sent(GOOD))));

    assertThat(failures(response)).containsExactly("bad");
    assertThat(asked).containsExactly(GOOD);
  }

  @Test
  void aMessageWithoutTimeGroupOrAttributesIsWorkedOff() {
    String body =
        RecordFormat.message(sent(GOOD))
            .replaceAll("\"sent_at\":[^,}]*,?", "")
            .replaceAll("\"group\":[^,}]*,?", "")
            .replace(",}", "}");
    SQSMessage bare = message("bare", body);
    bare.setAttributes(null);

    assertThat(failures(handle(bare))).isEmpty();
    assertThat(asked).containsExactly(GOOD);
  }

  @Test
  void attributesThatAreNoNumbersAreIgnored() {
    SQSMessage odd = message("odd", RecordFormat.message(sent(GOOD)));
    odd.setAttributes(Map.of("ApproximateReceiveCount", "many", "SentTimestamp", "today"));

    assertThat(failures(handle(odd))).isEmpty();
  }

  private SQSBatchResponse handle(SQSMessage... messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(messages));
    return worker.handle(event, new FixedContext("request"));
  }

  private static List<String> failures(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private TaskMessage sent(Task task) {
    return new TaskMessage(task, "correlation", "group", clock.instant());
  }

  private static SQSMessage message(String id, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setReceiptHandle("receipt-" + id);
    message.setBody(body);
    message.setAttributes(Map.of("ApproximateReceiveCount", "1"));
    return message;
  }

  private SqsWorker worker() {
    CooldownWatch cooldowns =
        new CooldownWatch(cache, Provider.LASTFM, Duration.ofSeconds(10), clock, new Random(1));
    WorkerLoop<Task.ForLastfm> loop =
        new WorkerLoop<>(
            new Asking(),
            cache,
            new InMemoryTaskQueue(),
            LeaseTime.ofEmptyQueues(),
            cooldowns,
            (receipt, delay) -> {
              assertThat(delay).isZero();
              seenAgainAtOnce.add(receipt);
            },
            clock,
            true,
            12);
    PacedHttp http =
        new PacedHttp(
            call -> new Outcome.Unavailable<>(call.name(), null),
            new Pace(Duration.ofSeconds(1), clock, clock::advance),
            cooldowns,
            clock,
            false);
    return new SqsWorker(
        Provider.LASTFM, loop, http, Counters.none(), new RecordedMetrics(), clock);
  }

  private final class Asking implements TaskWorker<Task.ForLastfm> {
    @Override
    public Class<Task.ForLastfm> tasks() {
      return Task.ForLastfm.class;
    }

    @Override
    public List<TaskResult> ask(List<Task.ForLastfm> group, CacheView known, Instant now) {
      asked.addAll(group);
      return group.stream().map(TaskResult::done).toList();
    }
  }
}
