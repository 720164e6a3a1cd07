/** The fake of the sessions' store, and the contract that it and the real one keep. */
@NullMarked
package io.linernotes.session;

import org.jspecify.annotations.NullMarked;
