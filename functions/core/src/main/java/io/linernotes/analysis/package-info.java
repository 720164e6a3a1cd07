/**
 * Answers to requests: enriched tracks and analysed playlists, with their progress and aggregates.
 *
 * <p>An answer never waits for a provider. It shows what the cache holds, sends tasks for what is
 * due, and says how far it has come. A client repeats the request until the answer is complete.
 *
 * <p>An example of progress: a playlist of 100 tracks with 40 artists and all sections has 340
 * sections, three for each track and one for each artist. If 170 of them are resolved, it is at 50
 * percent.
 */
@NullMarked
package io.linernotes.analysis;

import org.jspecify.annotations.NullMarked;
