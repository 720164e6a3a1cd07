package io.linernotes.planning;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.cache.Slot;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.IsrcLookup;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.property.Property;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Provider;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.Task;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * For any content of the cache: fresh, leased and cooling keys are never due, and missing ones
 * always are.
 */
class PlannerPropertiesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Set<Section> ALL = EnumSet.allOf(Section.class);

  @Test
  void neverAsksForWhatIsFreshLeasedOrCoolingDown() {
    Property.holds(
        300,
        cases -> {
          World world = new World(cases.seed());

          List<Due> due = world.plan().due();

          for (Due each : due) {
            Slot<?> slot = world.view.slot(each.seen().key());
            assertThat(slot.fresh(NOW)).as("fresh: %s", slot.key()).isNull();
            assertThat(slot.isLeased(NOW)).as("leased: %s", slot.key()).isFalse();
            assertThat(world.closed).doesNotContain(each.task().provider());
          }
        });
  }

  @Test
  void asksForEveryKeyAtMostOnce() {
    Property.holds(
        300,
        cases -> {
          List<Due> due = new World(cases.seed()).plan().due();

          assertThat(due).extracting(each -> each.seen().key().value()).doesNotHaveDuplicates();
        });
  }

  @Test
  void alwaysAsksForWhatIsMissing() {
    Property.holds(
        300,
        cases -> {
          World world = new World(cases.seed());

          Plan plan = world.plan();

          Set<String> asked =
              plan.due().stream()
                  .map(each -> each.seen().key().value())
                  .collect(Collectors.toSet());
          for (TrackPlan track : plan.tracks()) {
            if (track.deezer() != null && track.deezer().status() == Status.PENDING) {
              assertAskedOrLeased(world, asked, EnrichmentKeys.deezer(track.track()));
            }
            if (track.lastfm() != null && track.lastfm().status() == Status.PENDING) {
              assertAskedOrLeased(world, asked, EnrichmentKeys.lastfm(track.track()).orElseThrow());
            }
            SpotifyId id = track.track().id();
            if (track.audioFeatures() != null && track.audioFeatures().status() == Status.PENDING) {
              assertAskedOrLeased(world, asked, EnrichmentKeys.audioFeatures(requireNonNull(id)));
            }
          }
          plan.artists()
              .forEach(
                  (name, state) -> {
                    if (state.status() == Status.PENDING) {
                      assertAskedOrLeased(world, asked, EnrichmentKeys.artist(name));
                    }
                  });
        });
  }

  @Test
  void servesWhatIsAliveWhateverElseHappens() {
    Property.holds(
        300,
        cases -> {
          World world = new World(cases.seed());

          for (TrackPlan track : world.plan().tracks()) {
            DeezerTrack known = world.view.slot(EnrichmentKeys.deezer(track.track())).value(NOW);
            if (known != null) {
              SectionState<DeezerTrack> state = requireNonNull(track.deezer());
              assertThat(state.data()).isEqualTo(known);
              assertThat(state.status()).isIn(Status.HIT, Status.STALE);
            }
          }
        });
  }

  @Test
  void askingTwiceChangesNothing() {
    Property.holds(
        150,
        cases -> {
          World world = new World(cases.seed());
          InMemoryTrackCache cache = world.cache();
          InMemoryTaskQueue queue = new InMemoryTaskQueue();
          Enricher enricher =
              new Enricher(cache, new Dispatcher(cache, queue, LeaseTime.ofEmptyQueues()));
          RequestContext requestContext = new RequestContext("test", "test");

          enricher.enrich(world.tracks, ALL, requestContext, NOW);
          List<Task> first = List.copyOf(queue.tasks());
          enricher.enrich(world.tracks, ALL, requestContext, NOW.plusSeconds(60));

          assertThat(queue.tasks()).isEqualTo(first);
        });
  }

  private static void assertAskedOrLeased(World world, Set<String> asked, CacheKey<?> key) {
    assertThat(asked.contains(key.value()) || world.view.slot(key).isLeased(NOW))
        .as("asked or leased: %s", key)
        .isTrue();
  }

  /** Some tracks, and a cache in which each of their keys is in some state. */
  private static final class World {

    final Random random;
    final List<Track> tracks = new ArrayList<>();
    final List<Slot<?>> slots = new ArrayList<>();
    final Set<Provider> closed = EnumSet.noneOf(Provider.class);
    final CacheView view;

    World(long seed) {
      random = new Random(seed);
      for (int i = 0; i < 8; i++) {
        tracks.add(track(i));
      }
      for (Provider provider : Provider.values()) {
        if (random.nextInt(5) == 0) {
          closed.add(provider);
          CacheKey<Cooldown> key = Cooldown.key(provider);
          slots.add(
              new Slot<>(
                  key,
                  Entry.until(
                      key,
                      new Cooldown(Cooldown.Reason.THROTTLED, 1),
                      NOW,
                      NOW.plus(Duration.ofHours(3))),
                  null));
        }
      }
      tracks.forEach(this::cached);
      view = CacheView.of(slots);
    }

    Plan plan() {
      return TrackPlanner.plan(tracks, ALL, view, NOW);
    }

    InMemoryTrackCache cache() {
      InMemoryTrackCache cache = new InMemoryTrackCache();
      slots.forEach(
          slot -> {
            if (slot.entry() != null) {
              cache.with(slot.entry());
            }
          });
      return cache;
    }

    private Track track(int i) {
      return Track.of(
          new SpotifyId("%022d".formatted(i)),
          random.nextBoolean() ? new Isrc("GBAYE69%05d".formatted(i)) : null,
          "Title " + i,
          List.of(Artist.named("Artist " + random.nextInt(3))),
          Duration.ofSeconds(200 + i));
    }

    private void cached(Track track) {
      add(
          EnrichmentKeys.deezer(track),
          new DeezerTrack(7L, null, null, null, null, 120.0, null, null, null, "deezer", null));
      add(
          EnrichmentKeys.isrc(track).orElseThrow(),
          new IsrcLookup(List.of(new Isrc("USRC17607839")), null));
      add(
          EnrichmentKeys.lastfm(track).orElseThrow(),
          new LastfmTrack(
              "a", "t", false, false, List.of(), 1L, 1L, null, null, null, null, null, List.of()));
      add(
          EnrichmentKeys.audioFeatures(requireNonNull(track.id())),
          new AudioFeatures(
              null, 0.5, 0.5, null, null, null, null, 0.5, 120.0, null, null, null, "spotify"));
      CacheKey<LastfmArtist> artist = EnrichmentKeys.artist(track.mainArtist().orElseThrow());
      if (slots.stream().noneMatch(slot -> slot.key().value().equals(artist.value()))) {
        add(
            artist,
            new LastfmArtist("a", null, List.of(), 1L, 1L, null, null, List.of(), Map.of()));
      }
    }

    private <T> void add(CacheKey<T> key, T value) {
      @Nullable Entry<T> entry =
          switch (random.nextInt(6)) {
            case 0 -> Entry.found(key, value, NOW.minusSeconds(30));
            case 1 -> Entry.missing(key, NOW.minusSeconds(30));
            case 2 -> Entry.found(key, value, NOW.minus(key.kind().freshFor()).minusSeconds(30));
            case 3 -> Entry.missing(key, NOW.minus(Duration.ofHours(2)));
            case 4 -> Entry.found(key, value, NOW.minus(Duration.ofDays(400)));
            default -> null;
          };
      Instant lease =
          switch (random.nextInt(4)) {
            case 0 -> NOW.plusSeconds(60);
            case 1 -> NOW.minusSeconds(60);
            default -> null;
          };
      if (entry != null || lease != null) {
        slots.add(new Slot<>(key, entry, lease));
      }
    }
  }
}
