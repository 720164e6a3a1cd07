/**
 * The warmer's resume point in DynamoDB: the position at which a run stopped early, in one item of
 * the cache's table.
 */
@NullMarked
package io.linernotes.warming.dynamodb;

import org.jspecify.annotations.NullMarked;
