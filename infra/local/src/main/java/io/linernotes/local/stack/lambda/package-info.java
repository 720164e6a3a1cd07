/**
 * Lambda on one machine: handler instances, concurrency and timeouts.
 *
 * <p>Every concurrent execution has an instance of its own; an idle instance serves the next event,
 * the most recently used first. No more run at once than the function's reserved concurrency. An
 * execution that exceeds the timeout is interrupted, and its instance is not used again.
 */
@NullMarked
package io.linernotes.local.stack.lambda;

import org.jspecify.annotations.NullMarked;
