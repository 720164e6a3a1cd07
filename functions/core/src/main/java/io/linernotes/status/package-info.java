/**
 * The status of the service: quotas and their use, cooldowns, queue depths, and how many sections
 * the cache answered.
 */
@NullMarked
package io.linernotes.status;

import org.jspecify.annotations.NullMarked;
