/** What Spotify's catalogue answers: searches, recommendations, artists. */
@NullMarked
package io.linernotes.catalogue;

import org.jspecify.annotations.NullMarked;
