/** Tracks, their identifiers and the names that they go by. */
@NullMarked
package io.linernotes.track;

import org.jspecify.annotations.NullMarked;
