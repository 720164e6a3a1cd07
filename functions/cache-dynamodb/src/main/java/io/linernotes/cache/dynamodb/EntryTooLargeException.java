package io.linernotes.cache.dynamodb;

import io.linernotes.cache.CacheKey;

/** Thrown for an entry larger than a DynamoDB item may be; a retry cannot help. */
public final class EntryTooLargeException extends RuntimeException {

  EntryTooLargeException(CacheKey<?> key, int bytes, int most) {
    super("the entry of " + key + " has " + bytes + " bytes, and an item at most " + most);
  }
}
