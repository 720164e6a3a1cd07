package io.linernotes.task.sqs;

import io.linernotes.json.RecordFormat;
import io.linernotes.task.TaskMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A message with the entry that sends it to a queue. */
record Outgoing(TaskMessage message, SendMessageBatchRequestEntry entry, int bytes) {

  private static final int MESSAGES_PER_BATCH = 10;
  private static final int BYTES_PER_BATCH = 256 * 1024;
  private static final int GROUP_LENGTH = 128;
  private static final int LONGEST_DELAY = 900;
  private static final Pattern NO_GROUP =
      Pattern.compile("[^a-zA-Z0-9!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~]");

  /**
   * The characters that SQS refuses. In JSON they occur in strings only, where they can be escaped.
   */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\uFFFE\\uFFFF\\p{Cs}]");

  /** For a standard queue, which is fair between the messages' groups. */
  static Outgoing standard(TaskMessage message, Duration delay) {
    return of(
        message,
        SendMessageBatchRequestEntry.builder()
            .messageGroupId(group(message.group()))
            .delaySeconds((int) Math.clamp(delay.plusMillis(999).toSeconds(), 0, LONGEST_DELAY)));
  }

  /**
   * For a FIFO queue, in one group, so that its tasks run one at a time. Each send has its own
   * deduplication id, which only the SDK's retries share: SQS must not drop a task that is sent
   * again within five minutes as a duplicate.
   */
  static Outgoing fifo(TaskMessage message) {
    return of(
        message,
        SendMessageBatchRequestEntry.builder()
            .messageGroupId(message.task().provider().id())
            .messageDeduplicationId(UUID.randomUUID().toString()));
  }

  private static Outgoing of(TaskMessage message, SendMessageBatchRequestEntry.Builder entry) {
    String body = escaped(RecordFormat.message(message));
    return new Outgoing(
        message, entry.messageBody(body).build(), body.getBytes(StandardCharsets.UTF_8).length);
  }

  /** Batches within SQS's limits: ten messages or 256 KiB, whichever is reached first. */
  static List<List<Outgoing>> batches(List<Outgoing> all) {
    List<List<Outgoing>> batches = new ArrayList<>();
    List<Outgoing> batch = new ArrayList<>();
    int bytes = 0;
    for (Outgoing each : all) {
      boolean isFull = batch.size() == MESSAGES_PER_BATCH || bytes + each.bytes() > BYTES_PER_BATCH;
      if (isFull && !batch.isEmpty()) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(each);
      bytes += each.bytes();
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  /** The group without the characters that SQS refuses; two groups may become the same. */
  static String group(String wanted) {
    String allowed = NO_GROUP.matcher(wanted).replaceAll("_");
    if (allowed.isEmpty()) {
      return "_";
    }
    return allowed.substring(0, Math.min(allowed.length(), GROUP_LENGTH));
  }

  static String escaped(String json) {
    return FORBIDDEN
        .matcher(json)
        .replaceAll(found -> "\\\\u%04X".formatted((int) found.group().charAt(0)));
  }
}
