/** The counts of what happened, in DynamoDB. */
@NullMarked
package io.linernotes.status.dynamodb;

import org.jspecify.annotations.NullMarked;
