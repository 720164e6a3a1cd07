/** Records from Spotify's catalogue: search results, recommendations, artists. */
@NullMarked
package io.linernotes.catalogue;

import org.jspecify.annotations.NullMarked;
