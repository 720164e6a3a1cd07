/**
 * Injects faults into the service's dependencies, and checks that the service keeps its promises:
 * {@code ./linernotes faults}.
 *
 * <p>Each {@link io.linernotes.faults.Fault} is one row of the table. A row starts a service of its
 * own: simulated providers, DynamoDB Local and ElasticMQ behind a {@link
 * io.linernotes.faults.StoreProxy} each, and the local stack of the template. Half of a playlist's
 * songs is cached and stale by then, the other half is unknown. The row injects its fault, polls
 * the playlist's analysis for a while as a client would, ends the fault, and polls on until
 * everything is answered or the time to heal is over.
 *
 * <p>What must hold in every row, checked by {@link io.linernotes.faults.Row#broken}: no section is
 * lost, none is a miss because of the fault, no provider's quota is exceeded, no request is
 * answered with a 5xx other than 503, none takes longer than two seconds, and everything is
 * answered within one cooldown and a minute after the fault has ended.
 *
 * <p>Random choices come from the seed that is printed with the table.
 */
@NullMarked
package io.linernotes.faults;

import org.jspecify.annotations.NullMarked;
