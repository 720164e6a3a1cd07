package io.linernotes.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.linernotes.cache.Kind;
import io.linernotes.task.TaskMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** This service's own records: gzip-compressed JSON in the cache, JSON text in the queues. */
public final class RecordFormat {

  /**
   * The version of the stored fields and of what they may depend on; an entry of another version
   * reads as absent. Version 1 let a request's own data reach entries under {@code bpm:{track_id}}.
   */
  public static final int SCHEMA = 2;

  private static final int LARGEST_BODY = 16 * 1024 * 1024;

  private RecordFormat() {}

  /** The value as gzip-compressed JSON. */
  public static byte[] compressed(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      Mapper.MAPPER.writeValue(gzip, value);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The value of that kind in gzip-compressed JSON.
   *
   * @throws MalformedRecordException if the bytes hold no such value
   */
  public static <T> T decompressed(byte[] body, Kind<T> kind) {
    try {
      T value = Mapper.MAPPER.readValue(unzipped(body), kind.type());
      if (value == null) {
        throw new IOException("the body is null");
      }
      return value;
    } catch (IOException | IllegalArgumentException e) {
      throw new MalformedRecordException("not a stored " + kind, e);
    }
  }

  /**
   * The JSON text in a stored body, for people to read.
   *
   * @throws MalformedRecordException if the bytes are not gzip-compressed
   */
  public static String text(byte[] body) {
    try {
      return new String(unzipped(body), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new MalformedRecordException("not a stored body", e);
    }
  }

  private static byte[] unzipped(byte[] body) throws IOException {
    int length = statedLength(body);
    if (length < 0 || length > LARGEST_BODY) {
      throw new IOException("larger than " + LARGEST_BODY + " bytes");
    }
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] json = gzip.readNBytes(length);
      if (json.length < length || gzip.read() >= 0) {
        throw new IOException("the length differs from the one that gzip states");
      }
      return json;
    }
  }

  /** The uncompressed length, which gzip states in its last four bytes. */
  private static int statedLength(byte[] body) throws IOException {
    if (body.length < Integer.BYTES) {
      throw new EOFException("shorter than gzip's trailer");
    }
    return ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).getInt(body.length - Integer.BYTES);
  }

  /** The message as JSON. */
  public static String message(TaskMessage message) {
    try {
      return Mapper.MAPPER.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  /**
   * The message in a queue's text.
   *
   * @throws MalformedRecordException if the text holds no message
   */
  public static TaskMessage message(String text) {
    try {
      TaskMessage message = Mapper.MAPPER.readValue(text, TaskMessage.class);
      if (message == null) {
        throw new IllegalArgumentException("the message is null");
      }
      return message;
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new MalformedRecordException("not a task message", e);
    }
  }
}
