package io.linernotes.planning;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerQuestion;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.Section;
import io.linernotes.matching.IsrcVerdict;
import io.linernotes.matching.Listing;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.provider.Provider;
import io.linernotes.task.Task;
import io.linernotes.track.Artist;
import io.linernotes.track.ClaimedTrack;
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
   * @param keys plans each key and collects what is due; its view holds the {@link #keys} and
   *     {@link #furtherKeys} of the tracks
   */
  public TrackPlanner(Set<Section> sections, KeyPlanner keys) {
    this.sections = sections;
    this.keys = keys;
    this.view = keys.view();
    this.now = keys.now();
  }

  /** The keys to read before these tracks are planned, without those of the cooldowns. */
  public static Set<CacheKey<?>> keys(Collection<Track> tracks, Set<Section> sections) {
    Set<CacheKey<?>> keys = new LinkedHashSet<>();
    for (Track track : tracks) {
      if (sections.contains(Section.DEEZER) || (!track.isNamed() && track.id() == null)) {
        keys.add(EnrichmentKeys.deezer(track));
        if (track.isNamed() && track.id() == null) {
          keys.add(new DeezerQuestion.OfNames(track).key());
        }
        if (track.isrc() == null || track.id() == null) {
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

  /**
   * The key of the features; without an id or ISRC, the keys of the records that may hold the ISRC.
   */
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
   * The keys to read once {@link #keys} have been read: those that follow from names or ISRCs found
   * in the cache.
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

  /** The ISRC of a track known by names only: Deezer's, else the likeliest of MusicBrainz. */
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

  /** Plans one more track: Spotify's record of an id, or a track known by ISRC or names. */
  public TrackPlan add(Track wanted) {
    Track track = completed(wanted, view, now);
    Optional<Status> nameless = track.isNamed() ? Optional.empty() : Optional.of(names(track));
    boolean needsIsrc = sections.contains(Section.AUDIO_FEATURES) && isWithoutCodes(track);
    SectionState<DeezerTrack> deezer =
        sections.contains(Section.DEEZER) || needsIsrc ? deezer(track, nameless) : null;
    return new TrackPlan(
        track,
        sections.contains(Section.DEEZER) ? deezer : null,
        namedSections(track, nameless),
        sections.contains(Section.AUDIO_FEATURES) ? audioFeatures(track, deezer) : null);
  }

  /**
   * Plans one more track that a client claims. Deezer's section follows Spotify's own record of the
   * id as far as that is cached, else the claim. A claim is never stored under the id.
   */
  public TrackPlan add(ClaimedTrack wanted) {
    SpotifyId id = wanted.id();
    Track claim = wanted.claim();
    if (claim == null || id == null) {
      return add(wanted.tracks().findFirst().orElseThrow());
    }
    Track record = view.slot(EnrichmentKeys.track(id)).value(now);
    Track track = claim.completedBy(record == null ? Track.ofId(id) : record);
    Optional<Status> nameless =
        track.isNamed() ? Optional.empty() : Optional.of(names(Track.ofId(id)));
    return new TrackPlan(
        track,
        sections.contains(Section.DEEZER) ? deezer(id, record, claim) : null,
        namedSections(track, nameless),
        sections.contains(Section.AUDIO_FEATURES) ? audioFeatures(Track.ofId(id), null) : null);
  }

  /** Last.fm's section and, beside it, the artists: their keys are made of names alone. */
  private @Nullable SectionState<LastfmTrack> namedSections(
      Track track, Optional<Status> nameless) {
    if (sections.contains(Section.ARTISTS)) {
      for (Artist artist : track.artists()) {
        artist(artist.name());
        genres(artist);
      }
    }
    return sections.contains(Section.LASTFM) ? lastfm(track, nameless) : null;
  }

  /** The artists of the tracks added so far, by every spelling of their names. */
  public Map<String, SectionState<LastfmArtist>> artistsByName() {
    return Collections.unmodifiableMap(artistsByName);
  }

  /** The artists of the tracks added so far, each once. */
  public Collection<SectionState<LastfmArtist>> artists() {
    return Collections.unmodifiableCollection(artistsByKey.values());
  }

  /** Whether the names of some tracks are pending, so that artists may be added later. */
  public boolean namesPending() {
    return namesPending;
  }

  /** Plans the names of a track that has none, and returns their state. */
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
    if (track.id() == null && track.isrc() != null) {
      return claimed(track);
    }
    if (track.isrc() == null && nameless.isPresent()) {
      return waiting(view.slot(EnrichmentKeys.deezer(track)), nameless.get());
    }
    return asked(DeezerQuestion.of(track));
  }

  /** Deezer's track of Spotify's own record, as far as either is cached, else of the claim. */
  private SectionState<DeezerTrack> deezer(SpotifyId id, @Nullable Track record, Track claim) {
    if (record != null && (record.isrc() != null || record.isNamed())) {
      return asked(DeezerQuestion.of(record));
    }
    SectionState<DeezerTrack> vouched =
        keys.served(view.slot(EnrichmentKeys.deezer(Track.ofId(id))));
    if (vouched == null) {
      return claimed(claim);
    }
    if (vouched.status() != Status.STALE) {
      return vouched;
    }
    // Only Spotify's record can refresh it.
    SectionState<Track> refreshed =
        keys.plan(
            EnrichmentKeys.track(id), new Task.FetchTracks(List.of(id), Set.of(Section.DEEZER)));
    return new SectionState<>(
        Status.STALE, vouched.data(), vouched.fetchedAt(), null, refreshed.onItsWay());
  }

  /**
   * By the claim's ISRC if Deezer's track of that ISRC is the track that the claim describes, else
   * by its names: the ISRC may belong to another song, or be on every movement of a symphony. Where
   * only the version or the duration differs, a search by names may find a better recording.
   */
  private SectionState<DeezerTrack> claimed(Track claim) {
    Isrc isrc = claim.isrc();
    if (isrc == null) {
      return asked(new DeezerQuestion.OfNames(claim));
    }
    CacheKey<DeezerTrack> key = new DeezerQuestion.OfIsrc(isrc).key();
    if (!claim.isNamed()) {
      return keys.plan(key, new Task.FetchDeezerTrack(claim, List.of(), sections));
    }
    SectionState<DeezerTrack> known = keys.served(view.slot(key));
    IsrcVerdict verdict = known == null ? IsrcVerdict.CONFIRMED : verdict(claim, known.data());
    return switch (verdict) {
      case CONFIRMED, INCOMPARABLE ->
          keys.plan(key, new Task.FetchDeezerTrack(Track.ofIsrc(isrc), List.of(), Set.of()))
              .mapped(found -> found.atMost(verdict.confidence()));
      case OTHER_VERSION, OTHER_DURATION -> {
        SectionState<DeezerTrack> named = asked(new DeezerQuestion.OfNames(claim));
        yield named.status() == Status.MISS && known != null
            ? known.mapped(found -> found.atMost(verdict.confidence()))
            : named;
      }
      case REFUTED -> asked(new DeezerQuestion.OfNames(claim));
    };
  }

  /**
   * Whether Deezer's track of the claim's ISRC is the claimed track; {@code found} is null if
   * Deezer has none.
   */
  private static IsrcVerdict verdict(Track claim, @Nullable DeezerTrack found) {
    if (found == null) {
      return IsrcVerdict.REFUTED;
    }
    String title = found.title();
    return title == null || found.artists().isEmpty()
        ? IsrcVerdict.CONFIRMED
        : IsrcVerdict.of(
            Listing.of(claim).comparedWith(Listing.of(title, found.artists(), found.duration())));
  }

  /**
   * Plans Deezer's answer to a question; a question without an ISRC goes to MusicBrainz first,
   * unless its lookup is cached.
   */
  private SectionState<DeezerTrack> asked(DeezerQuestion question) {
    Track track = question.track();
    if (track.isrc() != null) {
      return keys.plan(question.key(), new Task.FetchDeezerTrack(track, List.of(), Set.of()));
    }
    Entry<IsrcLookup> lookup = view.slot(EnrichmentKeys.isrc(track).orElseThrow()).fresh(now);
    if (lookup == null) {
      return keys.plan(question.key(), new Task.FindIsrc(track, onceTold(question)));
    }
    List<Isrc> told = lookup.value() == null ? List.of() : lookup.value().isrcs();
    return keys.plan(question.key(), new Task.FetchDeezerTrack(track, told, onceTold(question)));
  }

  /** The follow-ups once the ISRC is known: the audio features of a track known by names only. */
  private Set<Section> onceTold(DeezerQuestion question) {
    return switch (question) {
      case DeezerQuestion.OfNames _ when sections.contains(Section.AUDIO_FEATURES) ->
          Set.of(Section.AUDIO_FEATURES);
      case DeezerQuestion.OfNames _, DeezerQuestion.OfRecord _, DeezerQuestion.OfIsrc _ -> Set.of();
    };
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

  /** Genres are optional: an answer is complete without them. */
  private void genres(Artist artist) {
    SpotifyId id = artist.id();
    if (id != null) {
      var unused = keys.plan(CatalogueKeys.artist(id), new Task.FetchArtists(List.of(id)));
    }
  }

  /** By the Spotify id, else by the ISRC, else by the ISRC that Deezer's chain finds. */
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

  /** Waits for Deezer's answer, so that the features are not fetched under two ISRCs. */
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
