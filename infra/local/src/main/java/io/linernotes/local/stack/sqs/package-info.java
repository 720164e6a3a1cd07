/** The queues and what polls them. */
@NullMarked
package io.linernotes.local.stack.sqs;

import org.jspecify.annotations.NullMarked;
