package io.linernotes.cache;

import java.util.Optional;

/** Reads raw cache records for people to inspect: any key, any kind, any schema version. */
public interface CacheInspector {

  /** The record stored under the key at this moment; nothing if there is none. */
  Optional<StoredRecord> look(String key);
}
