/** Telling the cache that what it holds is no longer so. */
@NullMarked
package io.linernotes.invalidation;

import org.jspecify.annotations.NullMarked;
