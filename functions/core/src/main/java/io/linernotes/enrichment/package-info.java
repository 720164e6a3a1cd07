/** What the providers tell about tracks and artists, and the keys that it is cached under. */
@NullMarked
package io.linernotes.enrichment;

import org.jspecify.annotations.NullMarked;
