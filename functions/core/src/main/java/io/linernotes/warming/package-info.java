/** Keeping what is asked for often fresh, out of the quota that nobody is using. */
@NullMarked
package io.linernotes.warming;

import org.jspecify.annotations.NullMarked;
