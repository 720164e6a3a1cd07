/** Tracks, their identifiers, and the normalisation of names. */
@NullMarked
package io.linernotes.track;

import org.jspecify.annotations.NullMarked;
