/** Which playlists are asked for, and how often. */
@NullMarked
package io.linernotes.demand;

import org.jspecify.annotations.NullMarked;
