/** Sessions in DynamoDB. */
@NullMarked
package io.linernotes.session.dynamodb;

import org.jspecify.annotations.NullMarked;
