/**
 * Log lines with fields, and metrics.
 *
 * <p>{@link io.linernotes.observability.LogLine} builds a line, {@link
 * io.linernotes.observability.LogContext} adds the fields of the invocation, and {@link
 * io.linernotes.observability.Metrics} publishes metrics. The JSON layout is in {@code
 * lambda-logging}.
 */
@NullMarked
package io.linernotes.observability;

import org.jspecify.annotations.NullMarked;
