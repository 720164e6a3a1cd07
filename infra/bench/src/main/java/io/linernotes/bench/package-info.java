/**
 * The measurements that the docs quote: {@code ./linernotes bench}.
 *
 * <p>Calls to providers, capacity units and bytes are counted exactly; times are those of the
 * machine that measures.
 */
@NullMarked
package io.linernotes.bench;

import org.jspecify.annotations.NullMarked;
