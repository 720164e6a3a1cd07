/**
 * Which playlists are requested, and how often. The cache warmer keeps the most requested ones
 * fresh.
 */
@NullMarked
package io.linernotes.demand;

import org.jspecify.annotations.NullMarked;
