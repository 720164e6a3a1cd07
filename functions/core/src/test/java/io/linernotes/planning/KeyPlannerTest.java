package io.linernotes.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.SpotifyArtist;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.planning.KeyPlanner.Found;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Cooldown.Reason;
import io.linernotes.provider.Provider;
import io.linernotes.task.Task;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The decision about a key: fresh, cooling down, leased or due, in this order. */
class KeyPlannerTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LEASED = NOW.plusSeconds(600);
  private static final CacheKey<LastfmArtist> KEY = EnrichmentKeys.artist("Björk");
  private static final Task TASK = new Task.FetchLastfmArtist("Björk");
  private static final LastfmArtist VALUE =
      new LastfmArtist("Björk", null, List.of(), 1L, 1L, null, null, List.of(), Map.of());
  private static final Entry<LastfmArtist> FRESH = Entry.found(KEY, VALUE, NOW.minusSeconds(30));
  private static final Entry<LastfmArtist> STALE =
      Entry.found(KEY, VALUE, NOW.minus(Duration.ofDays(8)));
  private static final Entry<LastfmArtist> FRESH_MISS = Entry.missing(KEY, NOW.minusSeconds(30));
  private static final Entry<LastfmArtist> STALE_MISS = Entry.missing(KEY, NOW.minusSeconds(3_600));
  private static final Duration SHORT = Duration.ofMinutes(1);
  private static final Duration LONG = Duration.ofHours(13);

  private final List<Slot<?>> slots = new ArrayList<>();

  @Test
  void serves() {
    assertState(FRESH, null, Status.HIT, false, false);
    assertState(FRESH, LEASED, Status.HIT, false, false);
    assertState(FRESH_MISS, null, Status.MISS, false, false);
  }

  @Test
  void requestsWhatIsMissingOrStale() {
    assertState(null, null, Status.PENDING, true, true);
    assertState(STALE, null, Status.STALE, true, true);
    assertState(STALE_MISS, null, Status.PENDING, true, true);
  }

  @Test
  void requestsNothingThatIsLeased() {
    assertState(null, LEASED, Status.PENDING, true, false);
    assertState(STALE, LEASED, Status.STALE, true, false);
    assertState(STALE, NOW, Status.STALE, true, true);
  }

  @Test
  void aLongCooldownWinsOverALease() {
    cooldown(Cooldown.key(Provider.LASTFM), Reason.THROTTLED, LONG);

    assertState(null, null, Status.THROTTLED, false, false);
    assertState(null, LEASED, Status.THROTTLED, false, false);
    assertState(STALE, LEASED, Status.STALE, false, false);
    assertThat(plan(null, null).retryAfter()).isEqualTo(LONG);
  }

  @Test
  void aLeaseWinsOverAShortOutage() {
    cooldown(Cooldown.key(Provider.LASTFM), Reason.UNAVAILABLE, SHORT);

    assertState(null, null, Status.UNAVAILABLE, false, false);
    assertState(null, LEASED, Status.PENDING, true, false);
    assertState(STALE, LEASED, Status.STALE, true, false);
  }

  @Test
  void aShortThrottlingStopsNothing() {
    cooldown(Cooldown.key(Provider.LASTFM), Reason.THROTTLED, SHORT);

    assertState(null, null, Status.PENDING, true, true);
  }

  /**
   * A provider that had no record yesterday may have one today, so a stale miss is not served
   * during a cooldown.
   */
  @Test
  void aStaleMissIsNotServedDuringACooldown() {
    cooldown(Cooldown.key(Provider.LASTFM), Reason.THROTTLED, LONG);

    assertState(FRESH_MISS, null, Status.MISS, false, false);
    assertState(STALE_MISS, null, Status.THROTTLED, false, false);
  }

  @Test
  void aRefusedFeatureIsNotRequested() {
    SpotifyId id = new SpotifyId("3WrFJ7ztbogyGnTHbHJFl2");
    CacheKey<SpotifyArtist> genres = CatalogueKeys.artist(id);
    cooldown(Cooldowns.ARTISTS, Reason.UNSUPPORTED, LONG);
    KeyPlanner planner = new KeyPlanner(CacheView.of(slots), NOW);

    assertThat(planner.plan(genres, new Task.FetchArtists(List.of(id))).status())
        .isEqualTo(Status.UNSUPPORTED);
    assertThat(planner.takeDue()).isEmpty();
  }

  @Test
  void refreshesAheadWhatEndsTooSoon() {
    slots.add(new Slot<>(KEY, FRESH, null));
    CacheView view = CacheView.of(slots);
    KeyPlanner planner = new KeyPlanner(view, NOW, FRESH.freshUntil());

    assertThat(planner.plan(KEY, TASK))
        .as("as good as any fresh entry meanwhile")
        .returns(Status.HIT, SectionState::status)
        .returns(false, SectionState::onItsWay);
    assertThat(planner.takeDue()).containsExactly(new Due(view.slot(KEY), TASK));
  }

  @Test
  void aKeyIsDueOnce() {
    KeyPlanner planner = new KeyPlanner(CacheView.empty(), NOW);

    planner.plan(KEY, TASK);
    assertThat(planner.takeDue()).hasSize(1);
    planner.plan(KEY, TASK);
    planner.planFollowUps(Slot.empty(KEY), TASK);

    assertThat(planner.takeDue()).isEmpty();
  }

  @Test
  void followUpsNeedNeitherAStaleEntryNorAnOpenProvider() {
    cooldown(Cooldown.key(Provider.LASTFM), Reason.THROTTLED, LONG);
    KeyPlanner planner = new KeyPlanner(CacheView.of(slots), NOW);

    planner.planFollowUps(new Slot<>(KEY, FRESH, LEASED), TASK);
    assertThat(planner.takeDue()).as("leased").isEmpty();
    planner.planFollowUps(new Slot<>(KEY, FRESH, null), TASK);
    assertThat(planner.takeDue()).hasSize(1);
  }

  @Test
  void countsWhyKeysWereNotDue() {
    KeyPlanner planner = new KeyPlanner(CacheView.empty(), NOW);

    planner.plan(new Slot<>(KEY, FRESH, null), TASK);
    planner.plan(new Slot<>(KEY, null, LEASED), TASK);
    planner.plan(new Slot<>(KEY, STALE, LEASED), TASK);

    assertThat(planner.notDue())
        .isEqualTo(Map.of(Provider.LASTFM, Map.of(Found.FRESH, 1, Found.ON_ITS_WAY, 2)));
  }

  private void assertState(
      @Nullable Entry<LastfmArtist> entry,
      @Nullable Instant leaseUntil,
      Status status,
      boolean onItsWay,
      boolean due) {
    KeyPlanner planner = new KeyPlanner(CacheView.of(slots), NOW);
    Slot<LastfmArtist> slot = new Slot<>(KEY, entry, leaseUntil);
    assertThat(planner.plan(slot, TASK))
        .returns(status, SectionState::status)
        .returns(onItsWay, SectionState::onItsWay);
    assertThat(planner.takeDue()).isEqualTo(due ? List.of(new Due(slot, TASK)) : List.of());
  }

  private SectionState<LastfmArtist> plan(
      @Nullable Entry<LastfmArtist> entry, @Nullable Instant leaseUntil) {
    return new KeyPlanner(CacheView.of(slots), NOW).plan(new Slot<>(KEY, entry, leaseUntil), TASK);
  }

  private void cooldown(CacheKey<Cooldown> key, Reason reason, Duration length) {
    slots.add(
        new Slot<>(key, Entry.until(key, new Cooldown(reason, 1), NOW, NOW.plus(length)), null));
  }
}
