/** What is asked of providers, and the queues that it waits in. */
@NullMarked
package io.linernotes.task;

import org.jspecify.annotations.NullMarked;
