/** The schedules, run by the local clock. */
@NullMarked
package io.linernotes.local.stack.schedule;

import org.jspecify.annotations.NullMarked;
