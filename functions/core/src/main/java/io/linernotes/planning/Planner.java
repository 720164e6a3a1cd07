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
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Provider;
import io.linernotes.task.Task;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides, from what the cache holds, what every section of the tracks wanted can say now and what
 * has to be asked. A pure function: it never asks for what is fresh, leased or cooling down, and
 * always for what is missing.
 */
public final class Planner {

  private final Set<Section> sections;
  private final CacheView view;
  private final Instant now;
  private final Instant freshAt;
  private final Cooldowns cooldowns;
  private final List<Due> due = new ArrayList<>();
  private final Set<String> dueKeys = new HashSet<>();
  private final Map<String, SectionState<LastfmArtist>> artists = new LinkedHashMap<>();
  private final Set<String> artistKeys = new HashSet<>();
  private final Map<Provider, Map<Found, Integer>> notDue = new EnumMap<>(Provider.class);
  private boolean namesPending;

  /**
   * A planner of these sections.
   *
   * @param view what the cache held under {@link #keys} of the tracks as {@link #completed}, and
   *     under {@link Cooldowns#all}
   */
  public Planner(Set<Section> sections, CacheView view, Instant now) {
    this(sections, view, now, now);
  }

  /**
   * A planner that looks ahead.
   *
   * @param freshAt what will not be fresh any more at this instant is due already; leases and
   *     cooldowns are those of {@code now}
   */
  public Planner(Set<Section> sections, CacheView view, Instant now, Instant freshAt) {
    this.sections = sections;
    this.view = view;
    this.now = now;
    this.freshAt = freshAt;
    this.cooldowns = new Cooldowns(view, now);
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
      if (id != null && sections.contains(Section.AUDIO_FEATURES)) {
        keys.add(EnrichmentKeys.audioFeatures(id));
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
    return plan(tracks, sections, view, now, now);
  }

  /** Plans these sections of these tracks at once, and looks ahead as of {@link Planner}. */
  public static Plan plan(
      Collection<Track> tracks,
      Set<Section> sections,
      CacheView view,
      Instant now,
      Instant freshAt) {
    Planner planner = new Planner(sections, view, now, freshAt);
    List<TrackPlan> plans = tracks.stream().map(planner::add).toList();
    return new Plan(plans, planner.artists(), planner.takeDue(), planner.namesPending());
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
    return new TrackPlan(
        track,
        sections.contains(Section.DEEZER) ? deezer(track, nameless) : null,
        sections.contains(Section.LASTFM) ? lastfm(track, nameless) : null,
        sections.contains(Section.AUDIO_FEATURES) ? audioFeatures(track) : null);
  }

  /**
   * Plans one record by itself.
   *
   * @param task whose answer is stored under {@code key}
   */
  public <T> SectionState<T> add(CacheKey<T> key, Task task) {
    Slot<T> slot = view.slot(key);
    if (task instanceof Task.FetchRecommendations
        && cooldowns.isRefused(Cooldowns.RECOMMENDATIONS)) {
      Entry<T> alive = slot.alive(now);
      return alive == null ? SectionState.unsupported() : settled(alive);
    }
    return state(slot, task.provider(), task);
  }

  /** The artists of the tracks so far, each once, by name as credited first. */
  public Map<String, SectionState<LastfmArtist>> artists() {
    return Collections.unmodifiableMap(artists);
  }

  /** What became due since this was last called; no key comes twice in the planner's life. */
  public List<Due> takeDue() {
    List<Due> taken = List.copyOf(due);
    due.clear();
    return taken;
  }

  /** What the planner found where nothing became due. */
  public enum Found {
    /** The cache holds it. */
    FRESH,
    /** Somebody is being asked. */
    ON_ITS_WAY,
    /** The provider is cooling down. */
    REFUSED
  }

  /** How many records of each provider were not due, and why. */
  public Map<Provider, Map<Found, Integer>> notDue() {
    return Collections.unmodifiableMap(notDue);
  }

  private void tell(Provider provider, Found found) {
    notDue.computeIfAbsent(provider, _ -> new EnumMap<>(Found.class)).merge(found, 1, Integer::sum);
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
        state(
            view.slot(EnrichmentKeys.track(id)),
            Provider.SPOTIFY,
            new Task.FetchTracks(List.of(id), wanting));
    namesPending |= !details.status().isResolved();
    return details.status();
  }

  private SectionState<DeezerTrack> deezer(Track track, Optional<Status> nameless) {
    Slot<DeezerTrack> slot = view.slot(EnrichmentKeys.deezer(track));
    Isrc isrc = track.isrc();
    if (isrc == null && nameless.isPresent()) {
      return waiting(slot, nameless.get());
    }
    if (isrc != null) {
      return state(slot, Provider.DEEZER, deezerTask(track, List.of()));
    }
    Slot<IsrcLookup> lookup = view.slot(EnrichmentKeys.isrc(track).orElseThrow());
    Entry<IsrcLookup> known = lookup.fresh(now);
    if (known == null) {
      return state(slot, Provider.MUSICBRAINZ, new Task.FindIsrc(track.identity()));
    }
    List<Isrc> found = known.value() == null ? List.of() : known.value().isrcs();
    return state(slot, Provider.DEEZER, deezerTask(track, found));
  }

  private Task deezerTask(Track track, List<Isrc> found) {
    Set<Section> onceNamed = EnumSet.noneOf(Section.class);
    if (!track.isNamed() && track.id() == null) {
      onceNamed.addAll(sections);
    }
    return new Task.FetchDeezerTrack(track.identity(), found, onceNamed);
  }

  private SectionState<LastfmTrack> lastfm(Track track, Optional<Status> nameless) {
    Optional<CacheKey<LastfmTrack>> key = EnrichmentKeys.lastfm(track);
    if (key.isEmpty()) {
      return waiting(null, nameless.orElse(Status.UNSUPPORTED));
    }
    Task task =
        new Task.FetchLastfmTrack(
            track.mainArtist().orElseThrow(), Objects.requireNonNull(track.title()));
    return state(view.slot(key.get()), Provider.LASTFM, task);
  }

  private void artist(String name) {
    if (artists.containsKey(name)) {
      return;
    }
    CacheKey<LastfmArtist> key = EnrichmentKeys.artist(name);
    if (artistKeys.add(key.value())) {
      artists.put(name, state(view.slot(key), Provider.LASTFM, new Task.FetchLastfmArtist(name)));
    }
  }

  /** Genres are a gift: nobody waits for them, and they are asked for only many at a time. */
  private void genres(Artist artist) {
    SpotifyId id = artist.id();
    if (id != null && !cooldowns.isRefused(Cooldowns.ARTISTS)) {
      var unused =
          state(
              view.slot(CatalogueKeys.artist(id)),
              Provider.SPOTIFY,
              new Task.FetchArtists(List.of(id)));
    }
  }

  private SectionState<AudioFeatures> audioFeatures(Track track) {
    SpotifyId id = track.id();
    if (id == null) {
      return SectionState.unsupported();
    }
    Slot<AudioFeatures> slot = view.slot(EnrichmentKeys.audioFeatures(id));
    Task task =
        cooldowns.audioFeaturesUnsupported()
            ? new Task.FetchReccoBeatsFeatures(List.of(id))
            : new Task.FetchAudioFeatures(List.of(id));
    return state(slot, task.provider(), task);
  }

  /** The state of a section that waits for the track's names. */
  private <T> SectionState<T> waiting(@Nullable Slot<T> slot, Status names) {
    Entry<T> alive = slot == null ? null : slot.alive(now);
    if (alive != null) {
      return settled(alive);
    }
    return switch (names) {
      case PENDING -> SectionState.pending();
      case THROTTLED, UNAVAILABLE ->
          cooldowns
              .blocking(Provider.SPOTIFY)
              .or(() -> cooldowns.blocking(Provider.DEEZER))
              .<SectionState<T>>map(running -> SectionState.refused(names, running.left()))
              .orElseGet(SectionState::pending);
      case MISS -> new SectionState<>(Status.MISS, null, null, null, false);
      case HIT, STALE, UNSUPPORTED -> SectionState.unsupported();
    };
  }

  private <T> SectionState<T> state(Slot<T> slot, Provider provider, Task task) {
    Entry<T> fresh = slot.fresh(freshAt);
    if (fresh != null) {
      tell(provider, Found.FRESH);
      return settled(fresh);
    }
    Entry<T> stale = slot.alive(now);
    Optional<Cooldowns.Running> closed = cooldowns.blocking(provider);
    if (closed.isPresent() && (closed.get().isLong() || !slot.isLeased(now))) {
      tell(provider, Found.REFUSED);
      return stale != null
          ? settled(stale)
          : SectionState.refused(statusOf(closed.get().cooldown()), closed.get().left());
    }
    if (slot.isLeased(now)) {
      tell(provider, Found.ON_ITS_WAY);
    } else if (dueKeys.add(slot.key().value())) {
      due.add(new Due(slot, task));
    }
    Entry<T> still = slot.fresh(now);
    if (still != null) {
      return settled(still);
    }
    return stale == null || stale.isMiss()
        ? SectionState.pending()
        : SectionState.of(stale, Status.STALE, true);
  }

  /** What an entry says when nobody is going to be asked. */
  private <T> SectionState<T> settled(Entry<T> entry) {
    Status status = entry.isMiss() ? Status.MISS : entry.isFresh(now) ? Status.HIT : Status.STALE;
    return SectionState.of(entry, status, false);
  }

  private static Status statusOf(Cooldown cooldown) {
    return switch (cooldown.reason()) {
      case THROTTLED -> Status.THROTTLED;
      case UNAVAILABLE -> Status.UNAVAILABLE;
      case UNSUPPORTED -> Status.UNSUPPORTED;
    };
  }
}
