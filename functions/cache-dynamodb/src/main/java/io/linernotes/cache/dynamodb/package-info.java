/** The cache in DynamoDB. */
@NullMarked
package io.linernotes.cache.dynamodb;

import org.jspecify.annotations.NullMarked;
