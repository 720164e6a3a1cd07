/**
 * Takes Lambda's place: handler instances, concurrency and timeouts.
 *
 * <p>A {@code FunctionRuntime} runs one function in this process. It makes handlers with a {@code
 * HandlerFactory}, takes a slot of the function's concurrency for each execution, and returns an
 * {@code Invocation}: answered, failed, timed out or throttled.
 */
@NullMarked
package io.linernotes.local.stack.lambda;

import org.jspecify.annotations.NullMarked;
