/** DynamoDB Local on the loopback interface, and the tables that the template declares. */
@NullMarked
package io.linernotes.local.stack.dynamodb;

import org.jspecify.annotations.NullMarked;
