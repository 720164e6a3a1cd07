package io.linernotes.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linernotes.cache.WriteBack.Outcome.Fenced;
import io.linernotes.cache.WriteBack.Outcome.Outdated;
import io.linernotes.cache.WriteBack.Outcome.Stored;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.NameCorrection;
import io.linernotes.remote.Calls;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every cache does, in any store. */
public abstract class TrackCacheContract {

  private static final Instant NOW = Instant.parse("2126-11-01T12:00:00.123Z");
  private static final Instant LATER = NOW.plus(Duration.ofMinutes(1));
  private static final Duration LEASE = Duration.ofMinutes(45);

  private final String unique = UUID.randomUUID().toString();
  private final CacheKey<NameCorrection> key = key("one");

  /** The cache under test; it may hold entries of other tests. */
  protected abstract TrackCache cache();

  static List<EveryKind.Sample<?>> everyKind() {
    return EveryKind.all();
  }

  @Test
  void holdsNothingUnderAnAbsentKey() {
    Slot<NameCorrection> slot = read(key);

    assertThat(slot).isEqualTo(Slot.empty(key));
  }

  @Test
  void readsNoKeysAsNothing() {
    assertThat(cache().read(List.of()).slot(key)).isEqualTo(Slot.empty(key));
    assertThat(cache().claim(List.of(), NOW)).isEmpty();
    cache().release(List.of());
    cache().invalidate(List.of(), NOW);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  <T> void givesBackAFoundEntryOfEveryKind(EveryKind.Sample<T> sample) {
    Entry<T> entry = Entry.found(sample.key(unique), sample.value(), NOW);

    assertThat(cache().put(entry, null)).isEmpty();

    assertSame(read(entry.key()).entry(), entry);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  <T> void givesBackAMissOfEveryKind(EveryKind.Sample<T> sample) {
    Entry<T> first = Entry.missing(sample.key(unique), NOW);
    Entry<T> second = Entry.<T>missing(sample.key(unique), LATER).mergedOver(first);

    assertThat(cache().put(second, null)).isEmpty();

    Entry<T> read = Objects.requireNonNull(read(second.key()).entry());
    assertThat(read.isMiss()).isTrue();
    assertThat(read.misses()).isEqualTo(2);
    assertSame(read, second);
  }

  @Test
  void givesBackAnEntryWithFewFieldsKnown() {
    LastfmArtist unknown =
        new LastfmArtist(
            null, null, List.of(), null, null, null, null, List.of(), java.util.Map.of());
    CacheKey<LastfmArtist> artist = new CacheKey<>(EnrichmentKeys.LASTFM_ARTIST, "a:" + unique);

    cache().put(Entry.found(artist, unknown, NOW), null);

    assertThat(read(artist).value(NOW)).isEqualTo(unknown);
  }

  @Test
  void keepsKnownDataWithItsCountOfMisses() {
    CacheKey<LastfmArtist> artist = new CacheKey<>(EnrichmentKeys.LASTFM_ARTIST, "a:" + unique);
    Entry<LastfmArtist> found = Entry.found(artist, EveryKind.LASTFM_ARTIST, NOW);
    Entry<LastfmArtist> forgotten = Entry.<LastfmArtist>missing(artist, LATER).mergedOver(found);

    cache().put(forgotten, null);

    assertSame(read(artist).entry(), forgotten);
    assertThat(forgotten.misses()).isEqualTo(1);
  }

  @Test
  void reads250KeysAtOnce() {
    List<CacheKey<NameCorrection>> keys =
        IntStream.range(0, 250).mapToObj(i -> key("many" + i)).toList();
    Calls.inParallel(keys, 16, each -> cache().put(entry(each, each.value(), NOW), null));

    CacheView view = cache().read(keys);

    assertThat(keys)
        .allSatisfy(each -> assertThat(artist(view.slot(each))).isEqualTo(each.value()));
  }

  @Test
  void readsAKeyAskedForTwice() {
    cache().put(entry(key, "Björk", NOW), null);

    assertThat(artist(cache().read(List.of(key, key("other"), key)).slot(key))).isEqualTo("Björk");
  }

  @Test
  void givesBackAnExpiredEntryOrNone() {
    cache().put(Entry.until(key, new NameCorrection("Björk", "Jóga"), NOW, LATER), null);

    Slot<NameCorrection> slot = read(key);

    assertThat(slot.value(NOW)).isNotNull();
    assertThat(slot.value(LATER.plusSeconds(1))).isNull();
  }

  @Test
  void givesOneOfFiftyClaimersTheLease() {
    Claim claim = new Claim(Slot.empty(key), NOW.plus(LEASE));

    List<Set<CacheKey<?>>> won =
        Calls.inParallel(
            IntStream.range(0, 50).boxed().toList(), 50, _ -> cache().claim(List.of(claim), NOW));

    assertThat(won).filteredOn(keys -> !keys.isEmpty()).containsExactly(Set.of(key));
  }

  @Test
  void claimsManyKeysOfWhichSomeAreLeased() {
    List<CacheKey<NameCorrection>> keys =
        IntStream.range(0, 40).mapToObj(i -> key("many" + i)).toList();
    claim(read(keys.get(7)), NOW);

    Set<CacheKey<?>> won =
        cache()
            .claim(
                keys.stream().map(each -> new Claim(Slot.empty(each), NOW.plus(LEASE))).toList(),
                NOW);

    assertThat(won).hasSize(39).doesNotContain(keys.get(7));
  }

  @Test
  void tellsOfALease() {
    claim(read(key), NOW);

    Slot<NameCorrection> slot = read(key);

    assertThat(slot.entry()).isNull();
    assertThat(slot.leaseUntil()).isEqualTo(NOW.plus(LEASE));
    assertThat(slot.isLeased(NOW)).isTrue();
  }

  @Test
  void refusesAClaimOnAnEntryThatChangedSinceItWasSeen() {
    Slot<NameCorrection> seen = read(key);
    cache().put(entry(key, "Björk", NOW), null);

    assertThat(claim(seen, LATER)).isFalse();
    assertThat(claim(read(key), LATER)).isTrue();
  }

  @Test
  void refusesAClaimOnAnEntryThatIsGoneSinceItWasSeen() {
    cache().put(entry(key, "Björk", NOW), null);
    Slot<NameCorrection> seen = read(key);
    cache().invalidate(List.of(key), LATER);

    assertThat(claim(seen, LATER)).isFalse();
  }

  @Test
  void keepsAStaleEntryServableUnderALease() {
    Entry<NameCorrection> stale = entry(key, "Björk", NOW);
    cache().put(stale, null);

    assertThat(claim(read(key), stale.freshUntil())).isTrue();

    Slot<NameCorrection> slot = read(key);
    assertThat(slot.isLeased(stale.freshUntil())).isTrue();
    assertSame(slot.entry(), stale);
  }

  @Test
  void leasesTheKeyOfAnExpiredEntry() {
    Entry<NameCorrection> expired = entry(key, "Björk", NOW);
    cache().put(expired, null);
    Instant now = expired.expiresAt().plusSeconds(1);

    assertThat(claim(read(key), now)).isTrue();

    Slot<NameCorrection> slot = read(key);
    assertThat(slot.isLeased(now)).isTrue();
    assertThat(slot.value(now)).isNull();
    assertThat(claim(slot, now)).isFalse();
  }

  @Test
  void storesOverTheLeaseOfAnExpiredEntry() {
    Entry<NameCorrection> expired = entry(key, "Björk", NOW);
    cache().put(expired, null);
    Instant now = expired.expiresAt().plusSeconds(1);
    claim(read(key), now);

    var outcome = new WriteBack(cache()).write(entry(key, "Sigur Rós", now), read(key));

    assertThat(artist(read(key))).isEqualTo("Sigur Rós");
    assertThat(outcome).isEqualTo(new Stored<>(entry(key, "Sigur Rós", now)));
  }

  @Test
  void leasesAgainOnceTheLeaseEnds() {
    claim(read(key), NOW);
    Instant end = NOW.plus(LEASE);

    assertThat(claim(read(key), end.minusMillis(1))).isFalse();
    assertThat(claim(read(key), end)).isTrue();
  }

  @Test
  void endsTheLeaseWithThePut() {
    claim(read(key), NOW);

    assertThat(cache().put(entry(key, "Björk", LATER), null)).isEmpty();

    assertThat(read(key).leaseUntil()).isNull();
    assertThat(claim(read(key), LATER)).isTrue();
  }

  @Test
  void replacesTheEntryThatWasExpected() {
    cache().put(entry(key, "Björk", NOW), null);

    assertThat(cache().put(entry(key, "Sigur Rós", LATER), read(key).version())).isEmpty();

    assertThat(artist(read(key))).isEqualTo("Sigur Rós");
  }

  @Test
  void replacesAFoundEntryWithAMiss() {
    cache().put(entry(key, "Björk", NOW), null);

    cache().put(Entry.missing(key, LATER), NOW);

    assertThat(Objects.requireNonNull(read(key).entry()).isMiss()).isTrue();
  }

  @Test
  void givesBackWhatWasTriedBeforeAMissUntilThereIsAnEntry() {
    Entry<NameCorrection> miss =
        Entry.<NameCorrection>missing(key, NOW).having(List.of("fields: Björk, Jóga", "words"));

    cache().put(miss, null);
    assertThat(Objects.requireNonNull(read(key).entry()).tried())
        .containsExactly("fields: Björk, Jóga", "words");

    cache().put(entry(key, "Björk", LATER), NOW);
    assertThat(Objects.requireNonNull(read(key).entry()).tried()).isEmpty();
  }

  @Test
  void answersAPutInConflictWithThePresentSlot() {
    Entry<NameCorrection> present = entry(key, "Björk", NOW);
    cache().put(present, null);
    claim(read(key), LATER);

    Optional<Slot<NameCorrection>> unexpected = cache().put(entry(key, "Sigur Rós", LATER), null);
    Optional<Slot<NameCorrection>> outdated =
        cache().put(entry(key, "Sigur Rós", LATER), NOW.minusMillis(1));

    assertSame(unexpected.orElseThrow().entry(), present);
    assertThat(unexpected.orElseThrow().leaseUntil()).isEqualTo(LATER.plus(LEASE));
    assertSame(outdated.orElseThrow().entry(), present);
    assertThat(artist(read(key))).isEqualTo("Björk");
  }

  @Test
  void answersAPutOverAnEntryThatIsGoneWithAnEmptySlot() {
    assertThat(cache().put(entry(key, "Björk", LATER), NOW)).contains(Slot.empty(key));
  }

  @Test
  void takesTimesFinerThanItStores() {
    Instant fine = NOW.plusNanos(456_789);

    cache().put(entry(key, "Björk", fine), null);

    assertThat(cache().put(entry(key, "Sigur Rós", LATER), fine)).isEmpty();
  }

  @Test
  void releasesALeaseAndKeepsTheEntry() {
    cache().put(entry(key, "Björk", NOW), null);
    claim(read(key), LATER);

    cache().release(List.of(key));

    assertThat(read(key).leaseUntil()).isNull();
    assertThat(artist(read(key))).isEqualTo("Björk");
    assertThat(claim(read(key), LATER)).isTrue();
  }

  @Test
  void releasesALeaseOnNothing() {
    claim(read(key), NOW);

    cache().release(List.of(key));

    assertThat(read(key)).isEqualTo(Slot.empty(key));
    assertThat(claim(read(key), NOW)).isTrue();
  }

  @Test
  void releasesWhatIsNotLeased() {
    cache().release(List.of(key, key));
    cache().release(List.of(key));

    assertThat(read(key)).isEqualTo(Slot.empty(key));
    assertThat(claim(read(key), NOW)).isTrue();
  }

  @Test
  void invalidatesEntriesAndLeases() {
    List<CacheKey<?>> keys = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      CacheKey<NameCorrection> each = key("many" + i);
      keys.add(each);
      cache().put(entry(each, "Björk", NOW), null);
    }
    claim(read(key), NOW);
    keys.add(key);
    keys.add(key);

    cache().invalidate(keys, LATER);

    CacheView view = cache().read(keys);
    assertThat(keys)
        .allSatisfy(
            each -> assertThat(view.slot(each)).isEqualTo(new Slot<>(each, null, null, LATER)));
  }

  @Test
  void storesNothingThatWasAskedForBeforeAnInvalidation() {
    Slot<NameCorrection> seen = read(key);
    cache().invalidate(List.of(key), LATER);

    var before = new WriteBack(cache()).write(entry(key, "Björk", NOW), seen);
    var meanwhile = new WriteBack(cache()).write(entry(key, "Björk", LATER), seen);

    assertThat(before).isEqualTo(new Fenced<>(key, LATER));
    assertThat(meanwhile).isEqualTo(new Fenced<>(key, LATER));
    assertThat(read(key).entry()).isNull();
  }

  @Test
  void storesWhatWasAskedForAfterAnInvalidationAndForgetsIt() {
    cache().invalidate(List.of(key), NOW);

    var outcome = new WriteBack(cache()).write(entry(key, "Björk", LATER), read(key));

    assertThat(outcome).isInstanceOf(Stored.class);
    assertThat(artist(read(key))).isEqualTo("Björk");
    assertThat(read(key).invalidatedAt()).isNull();
  }

  @Test
  void leasesAnInvalidatedKeyAtOnceAndKeepsTheFence() {
    cache().put(entry(key, "Björk", NOW), null);
    claim(read(key), NOW);
    Slot<NameCorrection> seen = read(key);

    cache().invalidate(List.of(key), LATER);

    assertThat(claim(read(key), LATER)).isTrue();
    assertThat(claim(read(key), LATER)).as("leased again").isFalse();
    assertThat(new WriteBack(cache()).write(entry(key, "Sigur Rós", NOW), seen))
        .isEqualTo(new Fenced<>(key, LATER));
    assertThat(read(key).isLeased(LATER)).as("the newer question's lease").isTrue();
  }

  @Test
  void leasesAnInvalidatedKeyThatWasSeenAsNothing() {
    cache().invalidate(List.of(key), NOW);

    assertThat(claim(Slot.empty(key), LATER)).isTrue();
  }

  @Test
  void anInvalidationLeavesWhatWasAskedForLater() {
    cache().put(entry(key, "Björk", LATER), null);
    claim(read(key), LATER);

    cache().invalidate(List.of(key), NOW);

    assertThat(artist(read(key))).isEqualTo("Björk");
    assertThat(read(key).isLeased(LATER)).isTrue();
  }

  @Test
  void anInvalidationLeavesALaterFenceAndTheLeaseBehindIt() {
    cache().invalidate(List.of(key), LATER);
    claim(read(key), LATER);

    cache().invalidate(List.of(key), NOW);

    assertThat(read(key).invalidatedAt()).isEqualTo(LATER);
    assertThat(read(key).isLeased(LATER)).isTrue();
  }

  @Test
  void theAnswerAskedForLaterWinsWhicheverArrivesFirst() {
    Slot<NameCorrection> seen = read(key);
    WriteBack writeBack = new WriteBack(cache());
    writeBack.write(entry(key, "Sigur Rós", LATER), seen);

    var outcome = writeBack.write(entry(key, "Björk", NOW), seen);

    assertThat(outcome).isInstanceOf(Outdated.class);
    assertThat(artist(read(key))).isEqualTo("Sigur Rós");
  }

  /** How many times a race is run; fewer for a slow store. */
  protected int races() {
    return 1_000;
  }

  @Test
  void theOldValueNeverComesBackHoweverARefreshAndAnInvalidationMeet() {
    Instant asked = NOW.plusMillis(10);
    Instant invalidated = NOW.plusMillis(20);
    for (int race = 0; race < races(); race++) {
      CacheKey<NameCorrection> raced = key("race" + race);
      cache().put(entry(raced, "old", NOW), null);
      Slot<NameCorrection> seen = read(raced);
      Runnable refresh = () -> new WriteBack(cache()).write(entry(raced, "old too", asked), seen);
      Runnable invalidation = () -> cache().invalidate(List.of(raced), invalidated);

      inParallel(race % 2 == 0 ? List.of(refresh, invalidation) : List.of(invalidation, refresh));

      assertThat(read(raced).entry()).isNull();
    }
  }

  @Test
  void theNewValueStaysHoweverAnOldAnswerAndAnInvalidationMeetIt() {
    Instant asked = NOW.plusMillis(10);
    Instant invalidated = NOW.plusMillis(20);
    Instant askedAgain = NOW.plusMillis(21);
    for (int race = 0; race < races(); race++) {
      CacheKey<NameCorrection> raced = key("race" + race);
      cache().put(entry(raced, "old", NOW), null);
      Slot<NameCorrection> seen = read(raced);
      Runnable refresh = () -> new WriteBack(cache()).write(entry(raced, "old too", asked), seen);
      Runnable invalidation = () -> cache().invalidate(List.of(raced), invalidated);
      Runnable again =
          () -> new WriteBack(cache()).write(entry(raced, "new", askedAgain), read(raced));
      List<Runnable> racers = new ArrayList<>(List.of(refresh, invalidation, again));
      Collections.rotate(racers, race);

      inParallel(racers);

      assertThat(artist(read(raced))).isEqualTo("new");
    }
  }

  private static void inParallel(List<Runnable> racers) {
    Calls.<Runnable, Boolean>inParallel(
        racers,
        racers.size(),
        racer -> {
          racer.run();
          return true;
        });
  }

  private CacheKey<NameCorrection> key(String name) {
    return new CacheKey<>(EnrichmentKeys.LASTFM_CORRECTION, unique + ":" + name);
  }

  private <T> Slot<T> read(CacheKey<T> wanted) {
    return cache().read(List.of(wanted)).slot(wanted);
  }

  private boolean claim(Slot<?> seen, Instant now) {
    return cache().claim(List.of(new Claim(seen, now.plus(LEASE))), now).contains(seen.key());
  }

  private static Entry<NameCorrection> entry(
      CacheKey<NameCorrection> key, String artist, Instant now) {
    return Entry.found(key, new NameCorrection(artist, "Jóga"), now);
  }

  private static @Nullable String artist(Slot<NameCorrection> slot) {
    NameCorrection value = slot.value(NOW);
    return value == null ? null : value.artist();
  }

  /**
   * Compares times in the precision in which they are stored: milliseconds, and for the expiry
   * seconds, rounded up.
   */
  private static <T> void assertSame(@Nullable Entry<T> read, Entry<T> written) {
    assertThat(read).isNotNull();
    Entry<T> entry = Objects.requireNonNull(read);
    assertThat(entry.key()).isEqualTo(written.key());
    assertThat(entry.value()).isEqualTo(written.value());
    assertThat(entry.misses()).isEqualTo(written.misses());
    assertThat(entry.fetchedAt()).isEqualTo(written.fetchedAt().truncatedTo(ChronoUnit.MILLIS));
    assertThat(entry.freshUntil()).isCloseTo(written.freshUntil(), within(1, ChronoUnit.MILLIS));
    assertThat(entry.expiresAt())
        .isAfterOrEqualTo(written.expiresAt())
        .isBefore(written.expiresAt().plusSeconds(1));
  }
}
