/**
 * The five providers over HTTP, with their quotas, their traps and, on request, their failures.
 *
 * <p>{@link io.linernotes.simulator.Simulator} is the way in. Everything it answers is
 * deterministic: a hand-made {@link io.linernotes.simulator.Catalogue} of well-known recordings,
 * and invented tracks for playlists of any size.
 */
@NullMarked
package io.linernotes.simulator;

import org.jspecify.annotations.NullMarked;
