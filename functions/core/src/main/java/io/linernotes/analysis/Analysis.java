package io.linernotes.analysis;

import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.TrackPlan;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer: everything that is cached now, and the state of what is not.
 *
 * @param playlist null for tracks that were requested without a playlist
 * @param playlistStatus whether the playlist's own data is a hit or stale; null without a playlist
 * @param progress of all tracks, not only those shown
 * @param aggregates over all tracks
 * @param tracks the requested part, in order, every place kept
 * @param artists of the requested part, by name
 * @param onItsWay whether tasks are on their way, so that a later request finds more
 * @param refusedFor how long the longest cooldown that holds back a section lasts; null if there is
 *     none
 * @param at when the cache was read
 */
public record Analysis(
    Status status,
    @Nullable Playlist playlist,
    SectionState.@Nullable Status playlistStatus,
    Progress progress,
    Aggregates aggregates,
    List<Place> tracks,
    Map<String, SectionState<LastfmArtist>> artists,
    boolean onItsWay,
    @Nullable Duration refusedFor,
    Instant at) {

  /** How complete an answer is. */
  public enum Status {
    /** Every section is resolved and nothing is on its way. */
    COMPLETE,
    /** Something is on its way, or a cooldown holds something back. */
    PARTIAL,
    /** The playlist itself is not cached yet. */
    PENDING
  }

  /**
   * One position of the answer.
   *
   * @param plan the sections of a track; null for an entry that is not a track
   */
  public record Place(int position, PlaylistEntry entry, @Nullable TrackPlan plan) {}

  public Analysis {
    tracks = List.copyOf(tracks);
    artists = Collections.unmodifiableMap(new LinkedHashMap<>(artists));
  }
}
