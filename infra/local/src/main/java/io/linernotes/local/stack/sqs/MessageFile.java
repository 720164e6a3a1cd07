package io.linernotes.local.stack.sqs;

import io.linernotes.local.stack.PrivateFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elasticmq.actor.queue.InternalMessage;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The messages of all queues in one file, by queue and message id. */
final class MessageFile implements AutoCloseable {
  private final MVStore store;

  private MessageFile(MVStore store) {
    this.store = store;
  }

  /** Opens or creates the file; throws {@link IOException} when another stack has it open. */
  static MessageFile open(Path file) throws IOException {
    PrivateFile.file(file);
    try {
      var store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open();
      store.setRetentionTime(0);
      return new MessageFile(store);
    } catch (MVStoreException e) {
      throw new IOException("Cannot open " + file + ": does another stack use it?", e);
    }
  }

  void put(String queue, InternalMessage message) {
    store.<String, byte[]>openMap(queue).put(message.id(), bytes(message));
    store.commit();
  }

  void remove(String queue, String messageId) {
    store.<String, byte[]>openMap(queue).remove(messageId);
    store.commit();
  }

  void clear(String queue) {
    store.openMap(queue).clear();
    store.commit();
  }

  List<InternalMessage> messages(String queue) throws IOException {
    var messages = new ArrayList<InternalMessage>();
    for (var bytes : store.<String, byte[]>openMap(queue).values()) {
      messages.add(message(bytes));
    }
    return messages;
  }

  private static byte[] bytes(InternalMessage message) {
    var bytes = new ByteArrayOutputStream();
    try (var objects = new ObjectOutputStream(bytes)) {
      objects.writeObject(message);
    } catch (IOException e) {
      throw new IllegalStateException("A message that cannot be written", e);
    }
    return bytes.toByteArray();
  }

  // The file is as trustworthy as the user's home directory, in which it lives.
  @SuppressWarnings("BanSerializableRead")
  private static InternalMessage message(byte[] bytes) throws IOException {
    try (var objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (InternalMessage) objects.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException("Written by another version", e);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
