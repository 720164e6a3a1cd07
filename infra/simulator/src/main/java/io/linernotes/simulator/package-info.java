/**
 * Simulates the five providers over HTTP, with their quotas, quirks and, on request, failures.
 *
 * <p>Start with {@link io.linernotes.simulator.Simulator}. Its answers are deterministic: a {@link
 * io.linernotes.simulator.Catalogue} of well-known recordings, written by hand, and invented tracks
 * for playlists of any size. The simulator does not use the code of the service.
 */
@NullMarked
package io.linernotes.simulator;

import org.jspecify.annotations.NullMarked;
