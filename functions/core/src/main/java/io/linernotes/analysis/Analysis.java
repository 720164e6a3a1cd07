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
 * An answer: everything that is known now, and what is still on its way.
 *
 * @param playlist null for tracks that were asked for by themselves
 * @param playlistStatus whether the playlist's own data is a hit or stale; null without a playlist
 * @param progress of all tracks, whatever part of them is shown
 * @param aggregates over all tracks
 * @param tracks the part asked for, in order, every place kept
 * @param artists of the part asked for, by name
 * @param onItsWay whether something is being asked, so that asking again brings more
 * @param refusedFor how long the longest cooldown lasts that keeps a section back
 * @param at when the answer was true
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
    /** Something is on its way, or a provider keeps something back. */
    PARTIAL,
    /** The playlist itself is not here yet. */
    PENDING
  }

  /**
   * One place of the answer.
   *
   * @param plan the sections of a track; null for what is no track
   */
  public record Place(int position, PlaylistEntry entry, @Nullable TrackPlan plan) {}

  public Analysis {
    tracks = List.copyOf(tracks);
    artists = Collections.unmodifiableMap(new LinkedHashMap<>(artists));
  }
}
