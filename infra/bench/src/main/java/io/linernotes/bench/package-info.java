/**
 * The measurements that the README quotes: {@code ./linernotes bench} repeats them.
 *
 * <p>{@link io.linernotes.bench.Bench} starts the local stack over simulated providers and measures
 * calls, times, database units and queue requests for cold and warm playlists. {@code ColdStarts}
 * compares the start of the packaged API function with that of a minimal function.
 */
@NullMarked
package io.linernotes.bench;

import org.jspecify.annotations.NullMarked;
