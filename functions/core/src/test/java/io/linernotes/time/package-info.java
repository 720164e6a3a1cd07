/** A clock for tests, which a test moves by itself. */
@NullMarked
package io.linernotes.time;

import org.jspecify.annotations.NullMarked;
