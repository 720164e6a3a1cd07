/**
 * Tasks for the providers, and the queues that they wait in.
 *
 * <p>A {@link io.linernotes.task.Task} is one request to one provider. It names the cache keys that
 * its answer is stored under, and it holds their leases. Every provider has a queue of its own,
 * whose workers keep to the provider's quota.
 */
@NullMarked
package io.linernotes.task;

import org.jspecify.annotations.NullMarked;
