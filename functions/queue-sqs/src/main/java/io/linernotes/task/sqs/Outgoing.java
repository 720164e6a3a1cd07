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

/** A message with the form in which a queue takes it. */
record Outgoing(TaskMessage message, SendMessageBatchRequestEntry entry, int bytes) {

  private static final int MESSAGES_PER_BATCH = 10;
  private static final int BYTES_PER_BATCH = 256 * 1024;
  private static final int GROUP_LENGTH = 128;
  private static final int LONGEST_DELAY = 900;
  private static final Pattern NO_GROUP =
      Pattern.compile("[^a-zA-Z0-9!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~]");

  /** What no SQS message may contain; in JSON all of it stands in strings, and can be escaped. */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\uFFFE\\uFFFF\\p{Cs}]");

  /** For a standard queue, fair between the messages' groups. */
  static Outgoing standard(TaskMessage message, Duration delay) {
    return of(
        message,
        SendMessageBatchRequestEntry.builder()
            .messageGroupId(group(message.group()))
            .delaySeconds((int) Math.clamp(delay.plusMillis(999).toSeconds(), 0, LONGEST_DELAY)));
  }

  /**
   * For a FIFO queue, in the one group that keeps its tasks from being worked on two at a time.
   * Each send is a message of its own, unless the SDK repeats it: a task that comes again within
   * five minutes must not be swallowed as a duplicate.
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

  /** Batches that SQS takes: ten messages or 256 KiB each, whichever is reached first. */
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

  /** The group with nothing in it that SQS refuses; it need not tell groups apart for certain. */
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
