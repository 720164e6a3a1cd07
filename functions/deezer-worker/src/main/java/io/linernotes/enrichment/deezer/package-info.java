/** Deezer: its client, what its replies mean, and the chain of ways to find a track there. */
@NullMarked
package io.linernotes.enrichment.deezer;

import org.jspecify.annotations.NullMarked;
