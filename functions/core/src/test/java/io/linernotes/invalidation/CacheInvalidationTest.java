package io.linernotes.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.cache.Slot;
import io.linernotes.cache.WriteBack;
import io.linernotes.enrichment.DeezerQuestion;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.NameCorrection;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RequestContext;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistChange;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Provider;
import io.linernotes.session.Scope;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.Task;
import io.linernotes.time.MovableClock;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CacheInvalidationTest {

  private static final SpotifyId PLAYLIST = new SpotifyId("37i9dQZF1DXcBWIGoYBM5M");
  private static final Set<Section> ALL = EnumSet.allOf(Section.class);
  private static final RequestContext ERRAND = new RequestContext("test", "test");

  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final InMemoryTaskQueue queue = new InMemoryTaskQueue();
  private final CacheInvalidation invalidation =
      new CacheInvalidation(cache, new Dispatcher(cache, queue, LeaseTime.ofEmptyQueues()));

  @Test
  void aPlaylistGoesWithAllItsPagesAndComesBack() {
    havePlaylist(230, 100, 50);

    Invalidated done = invalidation.refresh(Invalidation.ofPlaylist(PLAYLIST), ERRAND, now());

    assertThat(done.keys())
        .contains(PlaylistKeys.playlist(PLAYLIST).value())
        .contains(page(0), page(50), page(100), page(150), page(200))
        .hasSize(6);
    assertThat(done.onItsWay()).isEqualTo(Map.of(Provider.SPOTIFY, 1));
    assertThat(queue.tasks()).containsExactly(new Task.FetchPlaylist(PLAYLIST, ALL));
    assertThat(cache.slot(PlaylistKeys.playlist(PLAYLIST)).entry()).isNull();
    assertThat(cache.leasedKeys(now())).containsExactly(PlaylistKeys.playlist(PLAYLIST).value());
  }

  @Test
  void aPlaylistThatIsNotHereIsFencedOffToo() {
    Invalidated done = invalidation.refresh(Invalidation.ofPlaylist(PLAYLIST), ERRAND, now());

    assertThat(done.keys()).contains(page(0), page(50), page(950)).doesNotContain(page(1_000));
    assertThat(queue.tasks()).hasSize(1);
  }

  @Test
  void whatIsRemovedDoesNotComeBack() {
    havePlaylist(100, 100, 100);

    Invalidated done = invalidation.remove(Invalidation.ofPlaylist(PLAYLIST), now());

    assertThat(done.onItsWay()).isEmpty();
    assertThat(queue.tasks()).isEmpty();
    assertThat(cache.keys()).containsExactly(PlaylistChange.key(PLAYLIST).value());
  }

  @Test
  void saysThatAPlaylistChangedForAsLongAsACopyLastsAndNotWhoseCopiesThereAre() {
    Scope scope = new Scope("ac".repeat(16));
    CacheKey<Playlist> copy = PlaylistKeys.playlist(PLAYLIST, scope);
    cache.put(Entry.found(copy, playlist(3, 3, 1), now()), null);

    Invalidated done = invalidation.refresh(Invalidation.ofPlaylist(PLAYLIST), ERRAND, now());

    assertThat(done.keys()).noneMatch(key -> key.startsWith("user:") || key.contains("change"));
    CacheView view = cache.read(List.of(copy, PlaylistChange.key(PLAYLIST)));
    assertThat(view.slot(copy).value(now())).isNotNull();
    CacheView current = PlaylistChange.withoutOlderCopies(view, PLAYLIST, scope, now());
    assertThat(current.slot(copy).alive(now())).isNull();
    assertThat(current.slot(copy).version()).isEqualTo(view.slot(copy).version());
    Entry<?> copied = Objects.requireNonNull(view.slot(copy).entry());
    assertThat(Objects.requireNonNull(view.slot(PlaylistChange.key(PLAYLIST)).entry()).expiresAt())
        .isAfterOrEqualTo(copied.expiresAt());
  }

  @Test
  void theLatestChangeCountsWhateverTheOrderOfArrival() {
    Instant first = now();
    clock.advance(Duration.ofSeconds(1));
    Instant second = now();

    invalidation.refresh(Invalidation.ofPlaylist(PLAYLIST), ERRAND, second);
    invalidation.refresh(Invalidation.ofPlaylist(PLAYLIST), ERRAND, first);

    assertThat(cache.slot(PlaylistChange.key(PLAYLIST)).value(second))
        .isEqualTo(new PlaylistChange(second));
  }

  @Test
  void theOldAnswerIsKeptOffAndTheNewOneIsNot() {
    CacheKey<Playlist> key = PlaylistKeys.playlist(PLAYLIST);
    Slot<Playlist> seen = cache.slot(key);
    Instant asked = now();
    clock.advance(Duration.ofMillis(200));

    invalidation.refresh(Invalidation.ofPlaylist(PLAYLIST), ERRAND, now());
    Instant sent = queue.sent().getFirst().message().sentAt();
    WriteBack writeBack = new WriteBack(cache);

    assertThat(writeBack.write(Entry.found(key, playlist(1, 1, 1), asked), seen))
        .isInstanceOf(WriteBack.Outcome.Fenced.class);
    assertThat(writeBack.write(Entry.found(key, playlist(2, 2, 1), sent), seen))
        .isInstanceOf(WriteBack.Outcome.Stored.class);
  }

  @Test
  void aTrackGoesWithAllThatItsNamesLeadTo() {
    Track track = Songs.comeTogether();
    SpotifyId id = Objects.requireNonNull(track.id());
    cache.with(Entry.found(EnrichmentKeys.track(id), track, now()));

    Invalidated done =
        invalidation.refresh(new Invalidation(List.of(), Set.of(), Set.of(id)), ERRAND, now());

    assertThat(done.keys())
        .containsExactlyInAnyOrder(
            EnrichmentKeys.track(id).value(),
            EnrichmentKeys.audioFeatures(id).value(),
            EnrichmentKeys.deezer(track).value(),
            EnrichmentKeys.lastfm(track).orElseThrow().value(),
            EnrichmentKeys.isrc(track).orElseThrow().value(),
            EnrichmentKeys.correction("The Beatles", "Come Together - Remastered 2009").value(),
            EnrichmentKeys.deezerSearch(Objects.requireNonNull(track.isrc()), track.duration())
                .value(),
            // The keys of the claims that describe this track.
            new DeezerQuestion.OfNames(track).key().value(),
            new DeezerQuestion.OfIsrc(track.isrc()).key().value(),
            EnrichmentKeys.deezerSearch(track.isrc(), null).value());
    assertThat(queue.tasks())
        .containsExactlyInAnyOrder(
            new Task.FetchTracks(
                List.of(id), EnumSet.of(Section.DEEZER, Section.LASTFM, Section.ARTISTS)),
            new Task.FetchAudioFeatures(List.of(id)));
  }

  @Test
  void aTracksNamesMayBeKnownFromItsPlaylist() {
    havePlaylist(1, 1, 100);
    Track track = Songs.comeTogether();
    cache.with(
        Entry.found(
            PlaylistKeys.page(PLAYLIST, 0),
            new PlaylistPage(0, "MQ==", List.of(new PlaylistEntry.OfTrack(track))),
            now()));

    Invalidated done =
        invalidation.refresh(
            new Invalidation(
                List.of(), Set.of(PLAYLIST), Set.of(Objects.requireNonNull(track.id()))),
            ERRAND,
            now());

    assertThat(done.keys()).contains(EnrichmentKeys.lastfm(track).orElseThrow().value());
  }

  @Test
  void aPageComesBackAsThePageThatItWas() {
    havePlaylist(230, 100, 50);

    invalidation.refresh(ofKey(page(200)), ERRAND, now());

    assertThat(queue.tasks())
        .containsExactly(new Task.FetchPlaylistPage(PLAYLIST, 200, 30, "MQ==", ALL));
  }

  @Test
  void aKeyThatTellsNoQuestionGoesAndIsLeftToTheNextRequest() {
    CacheKey<NameCorrection> key = EnrichmentKeys.correction("Bjork", "Joga");
    cache.with(Entry.found(key, new NameCorrection("Björk", "Jóga"), now()));

    Invalidated done = invalidation.refresh(ofKey(key.value()), ERRAND, now());

    assertThat(done.keys()).containsExactly(key.value());
    assertThat(done.onItsWay()).isEmpty();
    assertThat(cache.slot(key).entry()).isNull();
  }

  @Test
  void spotifyIsLeftAloneWhileItCoolsDown() {
    cache.with(
        Entry.until(
            Cooldown.key(Provider.SPOTIFY),
            new Cooldown(Cooldown.Reason.THROTTLED, 1),
            now(),
            now().plus(Duration.ofHours(13))));

    Invalidated done = invalidation.refresh(Invalidation.ofPlaylist(PLAYLIST), ERRAND, now());

    assertThat(done.keys()).isNotEmpty();
    assertThat(queue.tasks()).isEmpty();
    assertThat(cache.leasedKeys(now())).isEmpty();
  }

  @Test
  void twiceInARowIsAsGoodAsOnce() {
    havePlaylist(100, 100, 100);

    invalidation.refresh(Invalidation.ofPlaylist(PLAYLIST), ERRAND, now());
    Invalidated again = invalidation.refresh(Invalidation.ofPlaylist(PLAYLIST), ERRAND, now());

    assertThat(again.onItsWay()).isEqualTo(Map.of(Provider.SPOTIFY, 1));
    assertThat(queue.tasks()).hasSize(1);
  }

  private void havePlaylist(int total, int firstPage, int pageSize) {
    cache.with(
        Entry.found(PlaylistKeys.playlist(PLAYLIST), playlist(total, firstPage, pageSize), now()));
  }

  private static Playlist playlist(int total, int firstPage, int pageSize) {
    return new Playlist(
        PLAYLIST, "Mix", null, "somebody", "MQ==", total, firstPage, pageSize, false);
  }

  private static Invalidation ofKey(String text) {
    return Invalidation.ofKey(NamedKey.parse(text).orElseThrow());
  }

  private static String page(int offset) {
    return PlaylistKeys.page(PLAYLIST, offset).value();
  }

  private Instant now() {
    return clock.instant();
  }
}
