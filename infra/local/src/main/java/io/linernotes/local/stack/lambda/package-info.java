/** The functions: handler instances, concurrency and timeouts as Lambda has them. */
@NullMarked
package io.linernotes.local.stack.lambda;

import org.jspecify.annotations.NullMarked;
