package io.linernotes.cache.dynamodb;

import io.linernotes.cache.TrackCache;
import io.linernotes.cache.TrackCacheContract;

/** The contract, on DynamoDB Local. */
class DynamoDbTrackCacheTest extends TrackCacheContract {

  private static final TrackCache CACHE =
      DynamoDbTrackCache.from(LocalDynamoDb.withTable("contract"));

  @Override
  protected TrackCache cache() {
    return CACHE;
  }

  @Override
  protected int races() {
    return 60;
  }
}
