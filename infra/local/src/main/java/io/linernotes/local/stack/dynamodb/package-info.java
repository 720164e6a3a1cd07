/** The tables. */
@NullMarked
package io.linernotes.local.stack.dynamodb;

import org.jspecify.annotations.NullMarked;
