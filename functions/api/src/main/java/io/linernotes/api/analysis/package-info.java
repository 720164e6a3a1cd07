/**
 * The routes that combine providers: a playlist with all sections of its tracks, one track, and
 * tracks that the client describes. An answer is a pure function of the request and the cache; 202
 * means that tasks for the missing parts are in the queues.
 */
@NullMarked
package io.linernotes.api.analysis;

import org.jspecify.annotations.NullMarked;
