package io.linernotes.cache;

import java.util.Optional;

/** A look into the cache, for people: under any key, of whatever kind and version. */
public interface CacheInspector {

  /** What is stored under the key, as it is at this moment. */
  Optional<StoredRecord> look(String key);
}
