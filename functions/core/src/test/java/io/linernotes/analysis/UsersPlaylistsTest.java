package io.linernotes.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Entry;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.cache.Slot;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistChange;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.session.Scope;
import io.linernotes.session.SessionId;
import io.linernotes.session.Viewer;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.task.Task;
import io.linernotes.time.MovableClock;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which copy of a playlist a user is shown, and when it is fetched again. */
class UsersPlaylistsTest {

  private static final SpotifyId ID = new SpotifyId("37i9dQZF1DXcBWIGoYBM5M");
  private static final RequestContext ERRAND = new RequestContext("test", "test");
  private static final Set<Section> SECTIONS = Set.of(Section.DEEZER);
  private static final Viewer USER =
      new Viewer(new SessionId("5e".repeat(32)), new Scope("ac".repeat(16)));
  private static final Task.FetchPlaylist OWN = new Task.FetchPlaylist(ID, SECTIONS, USER);

  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTrackCache cache = new InMemoryTrackCache();
  private final InMemoryTaskQueue queue = new InMemoryTaskQueue();
  private final PlaylistAnalyzer analyzer =
      new PlaylistAnalyzer(
          cache, new Dispatcher(cache, queue, LeaseTime.ofEmptyQueues()), Map.of());

  @Test
  void aCopyFromBeforeAChangeIsOverAndAskedForAnew() {
    keep(USER.scope(), "before", now());
    assertThat(nameFor(USER)).isEqualTo("before");
    int sent = queue.tasks().size();
    change();

    assertThat(ask(USER)).isInstanceOf(PlaylistAnswer.NotHereYet.class);
    assertThat(analyzer.find(ID, USER, ERRAND, now()).status()).isEqualTo(Status.PENDING);

    assertThat(queue.tasks().subList(sent, queue.tasks().size())).containsExactly(OWN);
  }

  @Test
  void aCopyFromAfterAChangeIsAsGoodAsAny() {
    change();
    clock.advance(Duration.ofMillis(1));
    keep(USER.scope(), "after", now());

    assertThat(nameFor(USER)).isEqualTo("after");
    assertThat(analyzer.find(ID, USER, ERRAND, now()).status()).isEqualTo(Status.HIT);
    assertThat(queue.tasks()).doesNotContain(OWN);
  }

  @Test
  void nobodyElseLearnsOfACopy() {
    keep(USER.scope(), "mine", now());

    assertThat(ask(null)).isInstanceOf(PlaylistAnswer.NotHereYet.class);
    assertThat(analyzer.find(ID, null, ERRAND, now()).data()).isNull();
    assertThat(queue.tasks()).containsExactly(new Task.FetchPlaylist(ID, SECTIONS));
  }

  @Test
  void whatIsPutOffServesEverybodyAndIsAskedForInAUsersName() {
    putOff("public");

    assertThat(nameFor(null)).isEqualTo("public");
    assertThat(queue.tasks()).noneMatch(Task.FetchPlaylist.class::isInstance);
    assertThat(nameFor(USER)).as("shown meanwhile").isEqualTo("public");
    assertThat(queue.tasks()).contains(OWN);
  }

  @Test
  void whatIsPutOffServesAUserToo() {
    putOff("public");
    refuse(true);

    assertThat(nameFor(USER)).isEqualTo("public");
    assertThat(queue.tasks()).doesNotContain(OWN);
  }

  @Test
  void aUsersOwnIsReadInsteadOfWhatIsPutOff() {
    putOff("public");
    keep(USER.scope(), "mine", now());

    assertThat(nameFor(USER)).isEqualTo("mine");
    assertThat(nameFor(null)).isEqualTo("public");
  }

  @Test
  void aPlaylistThatIsGoneForAUserIsUnknownToTheUser() {
    putOff("public");
    CacheKey<Playlist> own = PlaylistKeys.playlist(ID, USER.scope());
    cache.with(Entry.missing(own, now()));

    assertThat(ask(USER)).isInstanceOf(PlaylistAnswer.Unknown.class);
  }

  @Test
  void whatIsOnlyStaleIsNotShownToWhomItIsRefused() {
    keep(Scope.EVERYBODY, "was public", now().minus(Duration.ofHours(30)));
    refuse(true);

    assertThat(ask(USER)).isInstanceOf(PlaylistAnswer.Forbidden.class);
  }

  private void putOff(String name) {
    Instant fetched = now().minus(Duration.ofHours(30));
    keep(Scope.EVERYBODY, name, fetched);
    CacheKey<Playlist> key = PlaylistKeys.playlist(ID);
    Slot<Playlist> seen = cache.slot(key);
    cache.with(
        java.util.Objects.requireNonNull(seen.entry())
            .putOffUntil(now().plus(Duration.ofMinutes(15))));
  }

  private void refuse(boolean forbidden) {
    CacheKey<Playlist> own = PlaylistKeys.playlist(ID, USER.scope());
    cache.with(Entry.until(own, playlist("refused", forbidden), now(), now().plusSeconds(60)));
  }

  private void change() {
    cache.with(new PlaylistChange(now()).entry(ID));
  }

  private void keep(Scope scope, String name, Instant fetched) {
    cache.with(Entry.found(PlaylistKeys.playlist(ID, scope), playlist(name, false), fetched));
    List<PlaylistEntry> entries =
        Songs.numbered(1).stream().<PlaylistEntry>map(PlaylistEntry.OfTrack::new).toList();
    cache.with(
        Entry.found(PlaylistKeys.page(ID, 0, scope), new PlaylistPage(0, "v1", entries), fetched));
  }

  private static Playlist playlist(String name, boolean forbidden) {
    return new Playlist(ID, name, null, "me", "v1", 1, 1, 100, forbidden);
  }

  private @Nullable String nameFor(@Nullable Viewer viewer) {
    return java.util.Objects.requireNonNull(
            ((PlaylistAnswer.Analyzed) ask(viewer)).analysis().playlist())
        .name();
  }

  private PlaylistAnswer ask(@Nullable Viewer viewer) {
    return analyzer.analyze(new PlaylistRequest(ID, SECTIONS, 0, 100).as(viewer), ERRAND, now());
  }

  private Instant now() {
    return clock.instant();
  }
}
