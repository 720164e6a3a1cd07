package io.linernotes.cache.dynamodb;

import io.linernotes.cache.CacheKey;

/** An entry that DynamoDB takes no item for, however often it is tried. */
public final class EntryTooLargeException extends RuntimeException {

  EntryTooLargeException(CacheKey<?> key, int bytes, int most) {
    super("the entry of " + key + " has " + bytes + " bytes, and an item at most " + most);
  }
}
