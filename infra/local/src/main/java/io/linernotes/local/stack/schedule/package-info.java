/**
 * The schedules, run by the local clock: {@code Scheduler} computes each next time from a {@code
 * ScheduleExpression} and invokes the function then.
 */
@NullMarked
package io.linernotes.local.stack.schedule;

import org.jspecify.annotations.NullMarked;
