/** The task queues in SQS. */
@NullMarked
package io.linernotes.task.sqs;

import org.jspecify.annotations.NullMarked;
