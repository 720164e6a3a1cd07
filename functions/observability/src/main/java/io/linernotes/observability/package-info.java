/** What the functions tell about themselves: log lines with fields, and metrics. */
@NullMarked
package io.linernotes.observability;

import org.jspecify.annotations.NullMarked;
