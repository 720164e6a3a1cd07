/** Time in tests. */
@NullMarked
package io.linernotes.time;

import org.jspecify.annotations.NullMarked;
