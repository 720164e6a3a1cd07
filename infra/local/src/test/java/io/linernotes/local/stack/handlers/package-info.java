/** Handlers that the tests of the stack run. */
@NullMarked
package io.linernotes.local.stack.handlers;

import org.jspecify.annotations.NullMarked;
