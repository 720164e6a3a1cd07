/** The fake session store, and the contract that it and the real one pass. */
@NullMarked
package io.linernotes.session;

import org.jspecify.annotations.NullMarked;
