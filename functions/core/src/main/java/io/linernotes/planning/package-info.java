/**
 * Plans requests: what an answer shows now, which keys are due, and how their tasks are sent.
 *
 * <p>{@link io.linernotes.planning.KeyPlanner} decides about one key; {@link
 * io.linernotes.planning.TrackPlanner} knows which keys a track needs, and in which order. Both are
 * pure functions of what the cache holds. {@link io.linernotes.planning.Dispatcher} takes the
 * leases of what is due and sends the tasks.
 *
 * <p>An example. A playlist shows a track without ISRC. Its key {@code bpm:{track_id}} is empty and
 * nobody holds its lease, so it is due. The planner finds no lookup under {@code mb:isrc:…} either,
 * so the task is {@code FindIsrc}. The dispatcher leases {@code bpm:{track_id}} and sends the task.
 * A second request a moment later finds the lease and answers {@code pending} without sending. The
 * MusicBrainz worker stores the lookup and sends {@code FetchDeezerTrack} under the same lease. The
 * Deezer worker stores the track, which ends the lease. The third request finds a fresh entry:
 * {@code hit}.
 */
@NullMarked
package io.linernotes.planning;

import org.jspecify.annotations.NullMarked;
