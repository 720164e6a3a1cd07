/**
 * The cache in DynamoDB: one item for each key, which holds the entry, its lease and its fence.
 *
 * <p>{@link io.linernotes.cache.dynamodb.DynamoDbTrackCache} reads in batches and writes
 * conditionally. An entry's version is its {@code fetched_at}: a write names the version that it
 * read and fails if another writer was faster. A lease is a conditional write too, so one of
 * several claimers wins. An invalidation replaces the entry with a fence, which rejects answers
 * that were requested before it. DynamoDB's native TTL removes expired items.
 */
@NullMarked
package io.linernotes.cache.dynamodb;

import org.jspecify.annotations.NullMarked;
