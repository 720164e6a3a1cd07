/** What the warmer remembers between two runs, in DynamoDB. */
@NullMarked
package io.linernotes.warming.dynamodb;

import org.jspecify.annotations.NullMarked;
