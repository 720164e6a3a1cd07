package io.linernotes.task.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.linernotes.config.Configuration;
import io.linernotes.provider.Provider;
import io.linernotes.remote.Backoff;
import io.linernotes.task.QueueDepths;
import io.linernotes.task.Task;
import io.linernotes.task.TaskMessage;
import io.linernotes.track.Artist;
import io.linernotes.track.Songs;
import io.linernotes.track.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsRequest;
import software.amazon.awssdk.services.sqs.model.SqsResponse;

/** The results of partial answers, refusals and outages, and how many calls they cost. */
class SqsFailuresTest {

  private static final QueueUrls URLS =
      QueueUrls.from(
          Configuration.of(
              Map.of(
                  "LASTFM_QUEUE_URL", "https://sqs/1/lastfm",
                  "LASTFM_DLQ_URL", "https://sqs/1/lastfm-dead-letters",
                  "DEEZER_QUEUE_URL", "https://sqs/1/deezer",
                  "MUSICBRAINZ_QUEUE_URL", "https://sqs/1/musicbrainz.fifo")));

  private final ScriptedSqs sqs = new ScriptedSqs();
  private final List<String> failures = new ArrayList<>();
  private final SqsTaskQueue queue =
      new SqsTaskQueue(
          sqs,
          URLS,
          (provider, messages, reason) -> failures.add(provider + " " + messages + " " + reason),
          Backoff.standard().withoutPauses());

  @Test
  void makesNoCallForNothing() {
    assertThat(queue.send(List.of())).isEmpty();
    assertThat(sqs.requests()).isEmpty();
  }

  @Test
  void sends25MessagesInThreeCalls() {
    sqs.then(_ -> allTaken());

    assertThat(queue.send(artists(25))).isEmpty();

    assertThat(sqs.batches())
        .extracting(batch -> batch.entries().size())
        .containsExactlyInAnyOrder(10, 10, 5);
  }

  @Test
  void sendsNoMoreThan256KibInACall() {
    sqs.then(_ -> allTaken());
    String longTitle = "花".repeat(35_000);

    assertThat(queue.send(IntStream.range(0, 5).mapToObj(_ -> titled(longTitle)).toList()))
        .isEmpty();

    assertThat(sqs.batches())
        .extracting(batch -> batch.entries().size())
        .containsExactlyInAnyOrder(2, 2, 1);
  }

  @Test
  void sendsAgainOnlyWhatWasNotTaken() {
    sqs.then(_ -> failed(false, "1", "7")).then(_ -> failed(false, "0")).then(_ -> allTaken());
    List<TaskMessage> messages = artists(10);

    assertThat(queue.send(messages)).isEmpty();

    assertThat(sqs.batches()).extracting(batch -> batch.entries().size()).containsExactly(10, 2, 1);
    assertThat(bodies(2)).containsExactly(bodies(0).get(1));
    assertThat(failures).isEmpty();
  }

  @Test
  void givesBackWhatIsNeverTaken() {
    sqs.then(_ -> failed(false, "0"));
    List<TaskMessage> messages = artists(3);

    assertThat(queue.send(messages)).containsExactly(messages.getFirst());

    assertThat(sqs.requests()).hasSize(8);
    assertThat(failures).containsExactly("LASTFM 1 InternalError");
  }

  @Test
  void givesBackAtOnceWhatTheSenderIsToBlameFor() {
    sqs.then(_ -> failed(true, "2"));
    List<TaskMessage> messages = artists(3);

    assertThat(queue.send(messages)).containsExactly(messages.getLast());

    assertThat(sqs.requests()).hasSize(1);
    assertThat(failures).containsExactly("LASTFM 1 InternalError");
  }

  @Test
  void givesBackABatchThatCannotBeSent() {
    sqs.then(SdkClientException.create("connection refused"));
    List<TaskMessage> messages = artists(12);

    assertThat(queue.send(messages)).containsExactlyInAnyOrderElementsOf(messages);

    assertThat(sqs.requests()).hasSize(2);
    assertThat(failures)
        .containsExactlyInAnyOrder("LASTFM 10 SdkClientException", "LASTFM 2 SdkClientException");
  }

  @Test
  void sendsNothingIfOneQueueIsNotConfigured() {
    TaskMessage spotify = message(new Task.FetchTracks(List.of(), Set.of()));
    List<TaskMessage> messages = new ArrayList<>(artists(1));
    messages.add(spotify);

    assertThatIllegalStateException()
        .isThrownBy(() -> queue.send(messages))
        .withMessageStartingWith("SPOTIFY_QUEUE_URL is not set.");
    assertThat(sqs.requests()).isEmpty();
  }

  @Test
  void delaysUpToFifteenMinutes() {
    sqs.then(_ -> allTaken());

    queue.send(artists(1), Duration.ofMillis(1_001));
    queue.send(artists(1), Duration.ofHours(2));
    queue.send(artists(1));

    assertThat(sqs.batches())
        .extracting(batch -> batch.entries().getFirst().delaySeconds())
        .containsExactly(2, 900, 0);
  }

  @Test
  void sendsToAFifoQueueInOneGroupWithoutDelayAndNeverAsADuplicate() {
    sqs.then(_ -> failed(false, "0")).then(_ -> allTaken());
    TaskMessage find = message(new Task.FindIsrc(Songs.teardrop()));

    queue.send(List.of(find, find), Duration.ofMinutes(5));
    queue.send(List.of(find));

    List<SendMessageBatchRequestEntry> entries =
        sqs.batches().stream().flatMap(batch -> batch.entries().stream()).toList();
    assertThat(entries).hasSize(4).allMatch(entry -> entry.delaySeconds() == null);
    assertThat(entries)
        .extracting(SendMessageBatchRequestEntry::messageGroupId)
        .containsOnly("musicbrainz");
    List<String> ids =
        entries.stream().map(SendMessageBatchRequestEntry::messageDeduplicationId).toList();
    // The third message retries the first, which may have arrived, so it is a duplicate.
    assertThat(ids.get(2)).isEqualTo(ids.get(0));
    assertThat(ids.subList(0, 2)).doesNotHaveDuplicates().doesNotContain(ids.get(3));
  }

  @Test
  void cleansGroups() {
    assertThat(Outgoing.group("playlist:37i9dQZF1DXcBWIGoYBM5M"))
        .isEqualTo("playlist:37i9dQZF1DXcBWIGoYBM5M");
    assertThat(Outgoing.group("a b\n花]\\-")).isEqualTo("a_b__]\\-");
    assertThat(Outgoing.group("")).isEqualTo("_");
    assertThat(Outgoing.group("x".repeat(500))).hasSize(128);
  }

  @Test
  void escapesWhatSqsRefuses() {
    assertThat(Outgoing.escaped("\"\uFFFF 🎧 \uD800\"")).isEqualTo("\"\\uFFFF 🎧 \\uD800\"");
  }

  @Test
  void makesAMessageVisibleWithinTwelveHours() {
    sqs.then(_ -> ChangeMessageVisibilityResponse.builder().build());
    SqsMessages messages = new SqsMessages(sqs, URLS);

    assertThat(messages.makeVisible(Provider.LASTFM, "handle", Duration.ofMillis(500))).isTrue();
    assertThat(messages.makeVisible(Provider.LASTFM, "handle", Duration.ofDays(2))).isTrue();

    assertThat(sqs.requests())
        .extracting(request -> ((ChangeMessageVisibilityRequest) request).visibilityTimeout())
        .containsExactly(1, 43_200);
  }

  @Test
  void tellsThatVisibilityCouldNotBeChanged() {
    sqs.then(SdkClientException.create("connection refused"));

    assertThat(new SqsMessages(sqs, URLS).makeVisible(Provider.LASTFM, "h", Duration.ZERO))
        .isFalse();
  }

  @Test
  void tellsDepthsOfTheQueuesThatAnswer() {
    sqs.then(SqsFailuresTest::depthUnlessDeezer);

    assertThat(new SqsQueueDepths(sqs, URLS).depths())
        .isEqualTo(
            Map.of(
                Provider.LASTFM, new QueueDepths.Depth(5, 2, 1, 8),
                Provider.MUSICBRAINZ, new QueueDepths.Depth(5, 2, 1, null)));
  }

  private static SqsResponse depthUnlessDeezer(SqsRequest request) {
    if (((GetQueueAttributesRequest) request).queueUrl().endsWith("deezer")) {
      throw SdkClientException.create("connection refused");
    }
    return GetQueueAttributesResponse.builder()
        .attributes(
            Map.of(
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "5",
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "2",
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, "1"))
        .build();
  }

  private List<String> bodies(int batch) {
    return sqs.batches().get(batch).entries().stream()
        .map(SendMessageBatchRequestEntry::messageBody)
        .toList();
  }

  private static SqsResponse allTaken() {
    return failed(false);
  }

  private static SqsResponse failed(boolean senderFault, String... ids) {
    return SendMessageBatchResponse.builder()
        .failed(
            Arrays.stream(ids)
                .map(
                    id ->
                        BatchResultErrorEntry.builder()
                            .id(id)
                            .senderFault(senderFault)
                            .code("InternalError")
                            .build())
                .toList())
        .build();
  }

  private static List<TaskMessage> artists(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> message(new Task.FetchLastfmArtist("Artist " + i)))
        .toList();
  }

  private static TaskMessage titled(String title) {
    Track track = Track.of(null, null, title, List.of(Artist.named("x")), null);
    return message(new Task.FetchDeezerTrack(track, List.of(), Set.of()));
  }

  private static TaskMessage message(Task task) {
    return new TaskMessage(task, "c", "g", Instant.parse("2026-11-01T12:00:00Z"));
  }
}
