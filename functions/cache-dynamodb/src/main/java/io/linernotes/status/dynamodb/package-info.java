/**
 * The counters that the status reports, in DynamoDB: one item for each day and one for each minute,
 * which each {@code ADD} updates atomically.
 */
@NullMarked
package io.linernotes.status.dynamodb;

import org.jspecify.annotations.NullMarked;
