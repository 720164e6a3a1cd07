/**
 * How the service is doing: quotas and their use, cooldowns, queues, and what the cache was worth.
 */
@NullMarked
package io.linernotes.status;

import org.jspecify.annotations.NullMarked;
