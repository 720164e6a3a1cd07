package io.linernotes.planning;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.provider.Provider;
import io.linernotes.task.Task;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows which keys a track's sections need, in which order, and plans each of them by a {@link
 * KeyPlanner}. A pure function of the tracks and of what the cache holds.
 */
public final class TrackPlanner {

  private final Set<Section> sections;
  private final KeyPlanner keys;
  private final CacheView view;
  private final Instant now;
  private final Map<String, SectionState<LastfmArtist>> artistsByName = new LinkedHashMap<>();
  private final Map<String, SectionState<LastfmArtist>> artistsByKey = new LinkedHashMap<>();
  private boolean namesPending;

  /**
   * A planner of these sections.
   *
   * @param keys plans what the cache holds under {@link #keys} of the tracks as {@link #completed},
   *     and takes note of what is due
   */
  public TrackPlanner(Set<Section> sections, KeyPlanner keys) {
    this.sections = sections;
    this.keys = keys;
    this.view = keys.view();
    this.now = keys.now();
  }

  /** The keys that {@link #plan} looks at, without those of the cooldowns. */
  public static Set<CacheKey<?>> keys(Collection<Track> tracks, Set<Section> sections) {
    Set<CacheKey<?>> keys = new LinkedHashSet<>();
    for (Track track : tracks) {
      if (sections.contains(Section.DEEZER) || (!track.isNamed() && track.id() == null)) {
        keys.add(EnrichmentKeys.deezer(track));
        if (track.isrc() == null) {
          EnrichmentKeys.isrc(track).ifPresent(keys::add);
        }
      }
      SpotifyId id = track.id();
      if (id != null && !track.isNamed()) {
        keys.add(EnrichmentKeys.track(id));
      }
      if (sections.contains(Section.AUDIO_FEATURES)) {
        keys.addAll(featuresKeys(track));
      }
      if (sections.contains(Section.LASTFM)) {
        EnrichmentKeys.lastfm(track).ifPresent(keys::add);
      }
      if (sections.contains(Section.ARTISTS)) {
        for (Artist artist : track.artists()) {
          keys.add(EnrichmentKeys.artist(artist.name()));
          if (artist.id() != null) {
            keys.add(CatalogueKeys.artist(artist.id()));
          }
        }
      }
    }
    return keys;
  }

  /** The features' key, or else the keys of those who tell the ISRC that it names. */
  private static List<CacheKey<?>> featuresKeys(Track track) {
    if (track.id() != null) {
      return List.of(EnrichmentKeys.audioFeatures(track.id()));
    }
    if (track.isrc() != null) {
      return List.of(EnrichmentKeys.audioFeatures(track.isrc()));
    }
    List<CacheKey<?>> keys = new ArrayList<>(List.of(EnrichmentKeys.deezer(track)));
    EnrichmentKeys.isrc(track).ifPresent(keys::add);
    return keys;
  }

  /**
   * The keys to look at once {@link #keys} have been read: those of tracks whose names or ISRCs the
   * cache told.
   */
  public static Set<CacheKey<?>> furtherKeys(
      Collection<Track> tracks, Set<Section> sections, CacheView view, Instant now) {
    Set<CacheKey<?>> further = new LinkedHashSet<>();
    for (Track track : tracks) {
      if (!track.isNamed()) {
        further.addAll(keys(List.of(completed(track, view, now)), sections));
      } else if (sections.contains(Section.AUDIO_FEATURES) && isWithoutCodes(track)) {
        recording(track, view, now).map(EnrichmentKeys::audioFeatures).ifPresent(further::add);
      }
    }
    return further;
  }

  private static boolean isWithoutCodes(Track track) {
    return track.id() == null && track.isrc() == null;
  }

  /** The ISRC that Deezer or, where it has no such track, MusicBrainz told for a track by names. */
  private static Optional<Isrc> recording(Track track, CacheView view, Instant now) {
    DeezerTrack deezer = view.slot(EnrichmentKeys.deezer(track)).value(now);
    if (deezer != null && deezer.isrc() != null) {
      return Optional.of(deezer.isrc());
    }
    return EnrichmentKeys.isrc(track)
        .map(key -> view.slot(key).value(now))
        .map(lookup -> lookup.isrcs().getFirst());
  }

  /** The track with the names and codes that the cache knows for its id or ISRC. */
  public static Track completed(Track track, CacheView view, Instant now) {
    Track completed = track;
    SpotifyId id = track.id();
    if (id != null && !track.isNamed()) {
      Track details = view.slot(EnrichmentKeys.track(id)).value(now);
      if (details != null) {
        completed = completed.completedBy(details);
      }
    }
    if (!completed.isNamed() && id == null) {
      DeezerTrack deezer = view.slot(EnrichmentKeys.deezer(track)).value(now);
      if (deezer != null && deezer.title() != null && deezer.artist() != null) {
        completed =
            completed.completedBy(
                Track.of(
                    null,
                    deezer.isrc(),
                    deezer.title(),
                    List.of(Artist.named(deezer.artist())),
                    deezer.duration()));
      }
    }
    return completed;
  }

  /** Plans these sections of these tracks at once. */
  public static Plan plan(
      Collection<Track> tracks, Set<Section> sections, CacheView view, Instant now) {
    return plan(tracks, sections, new KeyPlanner(view, now));
  }

  /** Plans these sections of these tracks at once. */
  public static Plan plan(Collection<Track> tracks, Set<Section> sections, KeyPlanner keys) {
    TrackPlanner planner = new TrackPlanner(sections, keys);
    List<TrackPlan> plans = tracks.stream().map(planner::add).toList();
    return new Plan(plans, planner.artistsByName(), keys.takeDue(), planner.namesPending());
  }

  /** Plans one more track. */
  public TrackPlan add(Track wanted) {
    Track track = completed(wanted, view, now);
    Optional<Status> nameless = track.isNamed() ? Optional.empty() : Optional.of(names(track));
    if (sections.contains(Section.ARTISTS)) {
      for (Artist artist : track.artists()) {
        artist(artist.name());
        genres(artist);
      }
    }
    boolean needsIsrc = sections.contains(Section.AUDIO_FEATURES) && isWithoutCodes(track);
    SectionState<DeezerTrack> deezer =
        sections.contains(Section.DEEZER) || needsIsrc ? deezer(track, nameless) : null;
    return new TrackPlan(
        track,
        sections.contains(Section.DEEZER) ? deezer : null,
        sections.contains(Section.LASTFM) ? lastfm(track, nameless) : null,
        sections.contains(Section.AUDIO_FEATURES) ? audioFeatures(track, deezer) : null);
  }

  /** The artists of the tracks so far, by every spelling of their names. */
  public Map<String, SectionState<LastfmArtist>> artistsByName() {
    return Collections.unmodifiableMap(artistsByName);
  }

  /** The artists of the tracks so far, each once. */
  public Collection<SectionState<LastfmArtist>> artists() {
    return Collections.unmodifiableCollection(artistsByKey.values());
  }

  /** Whether tracks are waiting for their names, so that artists may yet join. */
  public boolean namesPending() {
    return namesPending;
  }

  /** What can be said of a track without names: whoever knows them is asked. */
  private Status names(Track track) {
    Set<Section> wanting = EnumSet.noneOf(Section.class);
    wanting.addAll(sections);
    wanting.remove(Section.AUDIO_FEATURES);
    if (wanting.isEmpty()) {
      return Status.UNSUPPORTED;
    }
    SpotifyId id = track.id();
    if (id == null) {
      // Deezer knows the names that belong to an ISRC.
      Status status = deezer(track, Optional.empty()).status();
      namesPending |= !status.isResolved();
      return status.isResolved() ? Status.UNSUPPORTED : status;
    }
    if (track.isrc() != null) {
      wanting.remove(Section.DEEZER);
    }
    if (wanting.isEmpty()) {
      return Status.UNSUPPORTED;
    }
    SectionState<Track> details =
        keys.plan(EnrichmentKeys.track(id), new Task.FetchTracks(List.of(id), wanting));
    namesPending |= !details.status().isResolved();
    return details.status();
  }

  private SectionState<DeezerTrack> deezer(Track track, Optional<Status> nameless) {
    CacheKey<DeezerTrack> key = EnrichmentKeys.deezer(track);
    if (track.isrc() != null) {
      return keys.plan(key, deezerTask(track, List.of()));
    }
    if (nameless.isPresent()) {
      return waiting(view.slot(key), nameless.get());
    }
    Slot<IsrcLookup> lookup = view.slot(EnrichmentKeys.isrc(track).orElseThrow());
    Entry<IsrcLookup> known = lookup.fresh(now);
    if (known == null) {
      return keys.plan(key, new Task.FindIsrc(track.identity(), onceTold(track)));
    }
    List<Isrc> found = known.value() == null ? List.of() : known.value().isrcs();
    return keys.plan(key, deezerTask(track, found));
  }

  private Task deezerTask(Track track, List<Isrc> found) {
    return new Task.FetchDeezerTrack(track.identity(), found, onceTold(track));
  }

  /** The sections that wait for names or an ISRC, which Deezer's answer may tell. */
  private Set<Section> onceTold(Track track) {
    Set<Section> waiting = EnumSet.noneOf(Section.class);
    if (!track.isNamed() && track.id() == null) {
      waiting.addAll(sections);
    } else if (isWithoutCodes(track) && sections.contains(Section.AUDIO_FEATURES)) {
      waiting.add(Section.AUDIO_FEATURES);
    }
    return waiting;
  }

  private SectionState<LastfmTrack> lastfm(Track track, Optional<Status> nameless) {
    Optional<CacheKey<LastfmTrack>> key = EnrichmentKeys.lastfm(track);
    if (key.isEmpty()) {
      return waiting(null, nameless.orElse(Status.UNSUPPORTED));
    }
    Task task =
        new Task.FetchLastfmTrack(
            track.mainArtist().orElseThrow(), Objects.requireNonNull(track.title()));
    return keys.plan(key.get(), task).mapped(known -> known.filedUnder(track.album()));
  }

  private void artist(String name) {
    if (artistsByName.containsKey(name)) {
      return;
    }
    CacheKey<LastfmArtist> key = EnrichmentKeys.artist(name);
    SectionState<LastfmArtist> state = artistsByKey.get(key.value());
    if (state == null) {
      state = keys.plan(key, new Task.FetchLastfmArtist(name));
      artistsByKey.put(key.value(), state);
    }
    artistsByName.put(name, state);
  }

  /** Genres are optional: no answer waits for them. */
  private void genres(Artist artist) {
    SpotifyId id = artist.id();
    if (id != null) {
      var unused = keys.plan(CatalogueKeys.artist(id), new Task.FetchArtists(List.of(id)));
    }
  }

  /** By the id at Spotify, by the ISRC, or by the ISRC that is found on the way to Deezer. */
  private SectionState<AudioFeatures> audioFeatures(
      Track track, @Nullable SectionState<DeezerTrack> deezer) {
    SpotifyId id = track.id();
    if (id == null) {
      Isrc isrc = track.isrc();
      return isrc != null ? audioFeatures(isrc) : audioFeaturesByNames(track, deezer);
    }
    Task task =
        keys.cooldowns().audioFeaturesUnsupported()
            ? new Task.FetchReccoBeatsFeatures(List.of(id))
            : new Task.FetchAudioFeatures(List.of(id));
    return keys.plan(EnrichmentKeys.audioFeatures(id), task);
  }

  private SectionState<AudioFeatures> audioFeatures(Isrc recording) {
    return keys.plan(
        EnrichmentKeys.audioFeatures(recording), new Task.FetchFeaturesByIsrc(List.of(recording)));
  }

  /** Waits for Deezer's answer, lest the features be asked for by two ISRCs. */
  private SectionState<AudioFeatures> audioFeaturesByNames(
      Track track, @Nullable SectionState<DeezerTrack> deezer) {
    if (deezer != null && !deezer.status().isResolved()) {
      Duration retryAfter = deezer.retryAfter();
      return retryAfter == null
          ? SectionState.pending()
          : SectionState.refused(deezer.status(), retryAfter);
    }
    return recording(track, view, now)
        .map(this::audioFeatures)
        .orElseGet(SectionState::unsupported);
  }

  /** The state of a section that waits for the track's names. */
  private <T> SectionState<T> waiting(@Nullable Slot<T> slot, Status names) {
    SectionState<T> served = slot == null ? null : keys.served(slot);
    if (served != null) {
      return served;
    }
    return switch (names) {
      case PENDING -> SectionState.pending();
      case THROTTLED, UNAVAILABLE ->
          keys.cooldowns()
              .blocking(Provider.SPOTIFY)
              .or(() -> keys.cooldowns().blocking(Provider.DEEZER))
              .<SectionState<T>>map(running -> SectionState.refused(names, running.left()))
              .orElseGet(SectionState::pending);
      case MISS -> new SectionState<>(Status.MISS, null, null, null, false);
      case HIT, STALE, UNSUPPORTED -> SectionState.unsupported();
    };
  }
}
