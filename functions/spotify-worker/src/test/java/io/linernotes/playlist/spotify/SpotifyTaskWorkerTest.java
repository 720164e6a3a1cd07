package io.linernotes.playlist.spotify;

import static io.linernotes.playlist.spotify.Bodies.PLAYLIST;
import static io.linernotes.playlist.spotify.Bodies.id;
import static io.linernotes.playlist.spotify.Bodies.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheView;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.catalogue.RecommendationSeeds;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Outcome;
import io.linernotes.enrichment.Section;
import io.linernotes.http.ScriptedHttp;
import io.linernotes.planning.Cooldowns;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistChange;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.provider.Cooldown;
import io.linernotes.session.Scope;
import io.linernotes.session.SignedInUser;
import io.linernotes.task.Task;
import io.linernotes.time.MovableClock;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import io.linernotes.worker.TaskResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpotifyTaskWorkerTest {

  private static final Instant NOW = MovableClock.atNoon().instant();
  private static final Instant YESTERDAY = NOW.minus(Duration.ofHours(25));
  private static final Set<Section> SECTIONS = Set.of(Section.DEEZER, Section.LASTFM);
  private static final Task.FetchPlaylist WHOLE = new Task.FetchPlaylist(PLAYLIST, SECTIONS);

  private final ScriptedHttp http = new ScriptedHttp();
  private final SignedInUser user = new SignedInUser(MovableClock.atNoon());
  private final SpotifyTaskWorker worker =
      new SpotifyTaskWorker(
          new SpotifyClient(
              http,
              URI.create("https://api.example"),
              new SpotifyAccounts(
                  new ScriptedHttp().replying(200, Bodies.token("t", 3600)),
                  URI.create("https://accounts.example"),
                  "id",
                  () -> "secret",
                  MovableClock.atNoon()),
              SpotifyMode.AUTO),
          user.tokens);

  @Test
  void fetchesAPlaylistWithItsFirstPageInOneCall() {
    http.replying(200, playlistBody(0, 3, 120));

    TaskResult result = ask(WHOLE);

    assertThat(http.calls()).hasSize(1);
    assertThat(result.failure()).isNull();
    assertThat(keys(result))
        .containsExactly(
            PlaylistKeys.playlist(PLAYLIST).value(), PlaylistKeys.page(PLAYLIST, 0).value());
  }

  @Test
  void hasTheOtherPagesAskedAndTheFirstOneEnriched() {
    http.replying(200, playlistBody(0, 3, 120));

    TaskResult result = ask(WHOLE);

    assertThat(result.next())
        .containsExactly(
            new TaskResult.Enrich(firstPage("v1", 3).tracks(), SECTIONS),
            new TaskResult.AlsoAsk(List.of(page(3, 50), page(53, 50), page(103, 17))));
  }

  @Test
  void asksForNothingMoreWhereThereIsNothing() {
    http.replying(200, playlistBody(0, 3, 3)).replying(200, playlistBody(0, 3, 3));

    assertThat(ask(new Task.FetchPlaylist(PLAYLIST, Set.of())).next()).isEmpty();
    assertThat(ask(WHOLE).next()).hasSize(1);
  }

  @Test
  void keepsAUsersPlaylistForTheUserAlone() {
    http.replying(200, playlistBody(0, 3, 3).replace("\"public\":true", "\"public\":null"));

    TaskResult result = ask(new Task.FetchPlaylist(PLAYLIST, SECTIONS, user.viewer()));

    assertThat(http.calls().getFirst().headers()).containsEntry("Authorization", "Bearer access-1");
    assertThat(keys(result))
        .hasSize(2)
        .allMatch(key -> key.startsWith(user.viewer().scope().key("spotify:")));
  }

  @Test
  void keepsAPublicPlaylistForEverybodyAndItsPagesToo() {
    http.replying(200, playlistBody(0, 3, 120));

    TaskResult result = ask(new Task.FetchPlaylist(PLAYLIST, SECTIONS, user.viewer()));

    assertThat(keys(result))
        .containsExactly(
            PlaylistKeys.playlist(PLAYLIST).value(), PlaylistKeys.page(PLAYLIST, 0).value());
    assertThat(result.next().getLast())
        .isInstanceOfSatisfying(
            TaskResult.AlsoAsk.class,
            also ->
                assertThat(also.tasks())
                    .allSatisfy(
                        page ->
                            assertThat(((Task.FetchPlaylistPage) page).viewer())
                                .isEqualTo(user.viewer().in(Scope.EVERYBODY))));
  }

  @Test
  void renewsATokenThatSpotifyRefusesOnceAndThenEndsTheSession() {
    http.replying(401, "").replying(401, "");

    TaskResult result = ask(new Task.FetchPlaylist(PLAYLIST, SECTIONS, user.viewer()));

    assertThat(result.failure()).isNull();
    assertThat(result.entries()).isEmpty();
    assertThat(user.spotify.refreshedWith()).hasSize(1);
    assertThat(user.signIn.session(user.token))
        .hasValueSatisfying(session -> assertThat(session.tokens()).isNull());
  }

  @Test
  void doesNothingMoreForASessionThatHasEnded() {
    user.signIn.end(user.session);

    for (Task.ForSpotify task :
        List.of(
            new Task.FetchPlaylist(PLAYLIST, SECTIONS, user.viewer()),
            new Task.FetchPlaylistPage(PLAYLIST, 100, 50, "v1", SECTIONS, user.viewer()),
            new Task.FetchProfile(user.viewer(), "linernotes-dj"))) {
      assertThat(ask(task)).isEqualTo(TaskResult.done(task));
    }
    assertThat(http.calls()).isEmpty();
  }

  @Test
  void asksInAUsersNameWhatIsForbiddenToAll() {
    Task.FetchPlaylist own = new Task.FetchPlaylist(PLAYLIST, SECTIONS, user.viewer());
    CacheView forbidden =
        view(found(PlaylistKeys.playlist(PLAYLIST), playlist("v1", 0, true), NOW));

    assertThat(worker.answered(own, forbidden, NOW)).isEmpty();
  }

  @Test
  void keepsWhatEverybodyWasShownWhenAPublicPlaylistIsRefused() {
    Slot<Playlist> shared =
        found(PlaylistKeys.playlist(PLAYLIST), playlist("v1", 3, false), YESTERDAY);
    Slot<?> page = found(PlaylistKeys.page(PLAYLIST, 0), firstPage("v1", 3), YESTERDAY);
    Task.FetchPlaylist own = new Task.FetchPlaylist(PLAYLIST, SECTIONS, user.viewer());
    Entry<Playlist> known = java.util.Objects.requireNonNull(shared.entry());
    Entry<Playlist> kept = known.putOffUntil(NOW.plus(Duration.ofMinutes(15)));

    for (Task.ForSpotify task : List.of(WHOLE, own)) {
      refusingContentsOf("v2", "true");
      TaskResult result = ask(task, view(shared, page));

      assertThat(result.failure()).isNull();
      assertThat(result.entries().getFirst()).isEqualTo(kept);
    }
    refusingContentsOf("v2", "true");
    assertThat(keys(ask(own, view(shared, page))))
        .as("and the user is not asked for at every request")
        .containsExactly(
            PlaylistKeys.playlist(PLAYLIST).value(),
            PlaylistKeys.playlist(PLAYLIST, user.viewer().scope()).value());
  }

  @Test
  void keepsNothingThatIsPublicNoMore() {
    Slot<?> shared = found(PlaylistKeys.playlist(PLAYLIST), playlist("v1", 3, false), YESTERDAY);
    Slot<?> page = found(PlaylistKeys.page(PLAYLIST, 0), firstPage("v1", 3), YESTERDAY);
    refusingContentsOf("v2", "false");

    assertThat(ask(WHOLE, view(shared, page)).entries())
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.value())
                    .isInstanceOfSatisfying(
                        Playlist.class, it -> assertThat(it.contentsForbidden()).isTrue()));
  }

  /** The calls: the version, the metadata, and the contents by both paths, which are refused. */
  private void refusingContentsOf(String version, String isPublic) {
    String metadata =
        Bodies.playlist(null, null)
            .replace("\"v1\"", "\"" + version + "\"")
            .replace("\"public\":true", "\"public\":" + isPublic);
    http.replying(200, metadata)
        .replying(200, metadata)
        .replying(403, Bodies.bareError(403))
        .replying(403, Bodies.bareError(403));
  }

  @Test
  void asksAUsersOwnAgainThatWasFetchedBeforeItChanged() {
    Scope scope = user.viewer().scope();
    Task.ForSpotify own = new Task.FetchPlaylist(PLAYLIST, SECTIONS, user.viewer());
    Task.ForSpotify page =
        new Task.FetchPlaylistPage(PLAYLIST, 100, 50, "v1", SECTIONS, user.viewer());
    Slot<?>[] here = {
      found(PlaylistKeys.playlist(PLAYLIST, scope), playlist("v1", 3, false), NOW.minusMillis(1)),
      found(PlaylistKeys.page(PLAYLIST, 0, scope), firstPage("v1", 3), NOW.minusMillis(1)),
      found(PlaylistKeys.page(PLAYLIST, 100, scope), pageAt(100, "v1"), NOW.minusMillis(1))
    };
    CacheView before = view(here);
    CacheView after = before.with(view(changed(NOW.minusMillis(1))));

    for (Task.ForSpotify task : List.of(own, page)) {
      assertThat(worker.alsoReads(task)).contains(PlaylistChange.key(PLAYLIST));
      assertThat(worker.answered(task, before, NOW)).isPresent();
      assertThat(worker.answered(task, after, NOW)).isEmpty();
      assertThat(worker.answered(task, before.with(view(changed(NOW.minusMillis(2)))), NOW))
          .as("what was fetched since stays")
          .isPresent();
    }
    http.replying(200, playlistBody(0, 3, 3));
    assertThat(ask(own, after).entries()).hasSize(2);
    assertThat(http.calls().getLast().uri().toString()).as("whole").doesNotContain("fields=");
  }

  private static Slot<PlaylistChange> changed(Instant at) {
    return new Slot<>(PlaylistChange.key(PLAYLIST), new PlaylistChange(at).entry(PLAYLIST), null);
  }

  @Test
  void asksAsTheApplicationForAPageThatEverybodyWillSee() {
    http.replying(200, Bodies.page(Bodies.entries("item", 0, 2), 100, 50, 102, false));

    TaskResult result = ask(sharedPage());

    assertThat(keys(result)).containsExactly(PlaylistKeys.page(PLAYLIST, 100).value());
    assertThat(http.calls()).hasSize(1);
    assertThat(http.calls().getFirst().headers()).containsEntry("Authorization", "Bearer t");
  }

  @Test
  void showsEverybodyNoPageOfAPlaylistThatIsPublicNoMore() {
    String body = Bodies.page(Bodies.entries("item", 0, 2), 100, 50, 102, false);
    http.replying(403, Bodies.bareError(403)).replying(403, Bodies.bareError(403));
    for (String isPublic : List.of("true", "false", "null")) {
      http.replying(200, body)
          .replying(
              200,
              Bodies.playlist(null, null).replace("\"public\":true", "\"public\":" + isPublic));

      TaskResult result = ask(sharedPage());

      assertThat(keys(result)).containsExactly(PlaylistKeys.page(PLAYLIST, 100).value());
      assertThat(result.entries().getFirst().isMiss()).isEqualTo(!isPublic.equals("true"));
    }
    assertThat(http.calls()).as("the application is refused once").hasSize(2 + 3 * 2);
  }

  private Task.FetchPlaylistPage sharedPage() {
    return new Task.FetchPlaylistPage(
        PLAYLIST, 100, 50, "v1", SECTIONS, user.viewer().in(Scope.EVERYBODY));
  }

  @Test
  void storesAMissForAPlaylistThatIsNotThere() {
    http.replying(404, Bodies.error(404, "Resource not found"));

    TaskResult result = ask(WHOLE);

    assertThat(result.entries())
        .containsExactly(Entry.missing(PlaylistKeys.playlist(PLAYLIST), NOW));
    assertThat(result.next()).isEmpty();
    assertThat(result.failure()).isNull();
  }

  @Test
  void storesThatAPlaylistsContentsAreForbidden() {
    http.replying(200, Bodies.playlist(null, null))
        .replying(403, Bodies.bareError(403))
        .replying(403, Bodies.bareError(403));

    TaskResult result = ask(WHOLE);

    assertThat(keys(result)).containsExactly(PlaylistKeys.playlist(PLAYLIST).value());
    assertThat(result.entries().getFirst().value())
        .isInstanceOfSatisfying(
            Playlist.class, playlist -> assertThat(playlist.contentsForbidden()).isTrue());
    assertThat(result.next()).isEmpty();
  }

  @Test
  void storesNothingForAFailure() {
    http.replying(503, "");

    TaskResult result = ask(WHOLE);

    assertThat(result.entries()).isEmpty();
    assertThat(result.failure()).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void goesOnWithAFreshPlaylistWithoutACall() {
    CacheView known =
        view(
            found(PlaylistKeys.playlist(PLAYLIST), playlist("v1", 120, false), NOW),
            found(PlaylistKeys.page(PLAYLIST, 0), firstPage("v1", 3), NOW));

    Optional<TaskResult> answered = worker.answered(WHOLE, known, NOW);

    assertThat(worker.alsoReads(WHOLE)).isEqualTo(List.of(PlaylistKeys.page(PLAYLIST, 0)));
    assertThat(answered).isPresent();
    assertThat(answered.get().entries()).isEmpty();
    assertThat(answered.get().next())
        .containsExactly(
            new TaskResult.Enrich(firstPage("v1", 3).tracks(), SECTIONS),
            new TaskResult.AlsoAsk(List.of(page(3, 50), page(53, 50), page(103, 17))));
  }

  @Test
  void asksAgainForAPlaylistWhoseFirstPageIsNotItsOwn() {
    Slot<?> playlist = found(PlaylistKeys.playlist(PLAYLIST), playlist("v2", 120, false), NOW);
    Slot<?> page = found(PlaylistKeys.page(PLAYLIST, 0), firstPage("v1", 3), NOW);
    Slot<?> stale = found(PlaylistKeys.page(PLAYLIST, 0), firstPage("v2", 3), YESTERDAY);

    assertThat(worker.answered(WHOLE, view(playlist), NOW)).isEmpty();
    assertThat(worker.answered(WHOLE, view(playlist, page), NOW)).isEmpty();
    assertThat(worker.answered(WHOLE, view(playlist, stale), NOW)).isEmpty();
    assertThat(worker.answered(WHOLE, CacheView.empty(), NOW)).isEmpty();
  }

  @Test
  void leavesAKnownMissAndAForbiddenPlaylistAlone() {
    Slot<?> miss =
        new Slot<>(
            PlaylistKeys.playlist(PLAYLIST),
            Entry.missing(PlaylistKeys.playlist(PLAYLIST), NOW),
            null);
    Slot<?> forbidden = found(PlaylistKeys.playlist(PLAYLIST), playlist("v1", 0, true), NOW);

    assertThat(worker.answered(WHOLE, view(miss), NOW)).contains(TaskResult.done(WHOLE));
    assertThat(worker.answered(WHOLE, view(forbidden), NOW)).contains(TaskResult.done(WHOLE));
  }

  @Test
  void fetchesAPageAndHasItEnriched() {
    http.replying(200, Bodies.page(Bodies.entries("item", 3, 5), 3, 50, 5, false));

    TaskResult result = ask(page(3, 2));

    assertThat(keys(result)).containsExactly(PlaylistKeys.page(PLAYLIST, 3).value());
    PlaylistPage stored = (PlaylistPage) result.entries().getFirst().value();
    assertThat(stored)
        .isNotNull()
        .returns(3, PlaylistPage::offset)
        .returns("v1", PlaylistPage::snapshotId);
    assertThat(result.next())
        .singleElement()
        .isInstanceOfSatisfying(
            TaskResult.Enrich.class,
            enrich -> {
              assertThat(enrich.tracks()).extracting(Track::id).containsExactly(id(3), id(4));
              assertThat(enrich.sections()).isEqualTo(SECTIONS);
            });
  }

  @Test
  void storesAMissForAPageOfAPlaylistThatIsGone() {
    http.replying(404, Bodies.error(404, "Resource not found"))
        .replying(404, Bodies.error(404, "Resource not found"));

    assertThat(ask(page(3, 2)).entries())
        .containsExactly(Entry.missing(PlaylistKeys.page(PLAYLIST, 3), NOW));
  }

  @Test
  void neverCallsAForbiddenPageUnsupported() {
    http.replying(403, Bodies.bareError(403)).replying(403, Bodies.bareError(403));

    assertThat(ask(page(3, 2)).failure()).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void looksAfterTheTracksOfAFreshPageWithoutACall() {
    CacheView known = view(found(PlaylistKeys.page(PLAYLIST, 3), pageAt(3, "v1"), NOW));
    Task.ForSpotify any = new Task.FetchPlaylistPage(PLAYLIST, 3, 2, null, SECTIONS);

    for (Task.ForSpotify task : List.of(page(3, 2), any)) {
      assertThat(worker.answered(task, known, NOW))
          .contains(
              TaskResult.done(task)
                  .then(List.of(new TaskResult.Enrich(pageAt(3, "v1").tracks(), SECTIONS))));
    }
  }

  @Test
  void letsAStalePageOfTheSameVersionLiveOnWithoutACall() {
    CacheView known = view(found(PlaylistKeys.page(PLAYLIST, 3), pageAt(3, "v1"), YESTERDAY));

    TaskResult result = worker.answered(page(3, 2), known, NOW).orElseThrow();

    assertThat(result.entries())
        .containsExactly(Entry.found(PlaylistKeys.page(PLAYLIST, 3), pageAt(3, "v1"), NOW));
    assertThat(result.next()).hasSize(1);
  }

  @Test
  void asksAgainForAPageOfAnotherVersion() {
    Task.ForSpotify any = new Task.FetchPlaylistPage(PLAYLIST, 3, 2, null, SECTIONS);
    CacheView other = view(found(PlaylistKeys.page(PLAYLIST, 3), pageAt(3, "v0"), NOW));
    CacheView unversioned = view(found(PlaylistKeys.page(PLAYLIST, 3), pageAt(3, null), NOW));
    CacheView stale = view(found(PlaylistKeys.page(PLAYLIST, 3), pageAt(3, "v1"), YESTERDAY));

    assertThat(worker.answered(page(3, 2), other, NOW)).isEmpty();
    assertThat(worker.answered(page(3, 2), unversioned, NOW)).isEmpty();
    assertThat(worker.answered(any, stale, NOW)).isEmpty();
    assertThat(worker.answered(page(3, 2), CacheView.empty(), NOW)).isEmpty();
  }

  @Test
  void renewsAPlaylistThatHasNotChangedWithOneSmallCall() {
    http.replying(
        200,
        """
        {"snapshot_id":"v1","name":"Another name","description":"","owner":{"id":"dj"}}""");

    TaskResult result = askKnowing("v1");

    assertThat(http.urls())
        .containsExactly(
            "https://api.example/playlists/%s?fields=snapshot_id,name,description,owner,public"
                .formatted(PLAYLIST));
    assertThat(result.entries())
        .extracting(Entry::fetchedAt)
        .as("renewed")
        .containsExactly(NOW, NOW);
    assertThat(result.entries().getFirst().value())
        .isInstanceOfSatisfying(
            Playlist.class,
            playlist ->
                assertThat(playlist)
                    .returns("Another name", Playlist::name)
                    .returns("dj", Playlist::owner)
                    .returns(120, Playlist::totalTracks));
    assertThat(result.next())
        .containsExactly(
            new TaskResult.Enrich(firstPage("v1", 3).tracks(), SECTIONS),
            new TaskResult.AlsoAsk(List.of(page(3, 50), page(53, 50), page(103, 17))));
  }

  @Test
  void keepsTheNameWhereTheSmallReplyHoldsNone() {
    http.replying(200, "{\"snapshot_id\":\"v1\"}");

    assertThat(askKnowing("v1").entries().getFirst().value()).isEqualTo(playlist("v1", 120, false));
  }

  @Test
  void fetchesAPlaylistThatHasChanged() {
    http.replying(200, "{\"snapshot_id\":\"v2\"}").replying(200, playlistBody(0, 3, 120));

    TaskResult result = askKnowing("v0");

    assertThat(http.urls()).hasSize(2);
    assertThat(result.entries()).hasSize(2);
  }

  @Test
  void usesTheWholePlaylistWhereTheFilterIsIgnored() {
    http.replying(200, playlistBody(0, 3, 120));

    TaskResult result = askKnowing("v0");

    assertThat(http.urls()).hasSize(1);
    assertThat(result.entries()).hasSize(2);
    assertThat(result.failure()).isNull();
  }

  @Test
  void noticesThatAKnownPlaylistIsGone() {
    http.replying(404, Bodies.error(404, "Resource not found"));

    assertThat(askKnowing("v1").entries())
        .containsExactly(Entry.missing(PlaylistKeys.playlist(PLAYLIST), NOW));
  }

  @Test
  void refusesNothingOfAPlaylistThatCannotBeComparedNow() {
    http.replying(503, "");

    TaskResult result = askKnowing("v1");

    assertThat(result.entries()).isEmpty();
    assertThat(result.failure()).isInstanceOf(Outcome.Unavailable.class);
  }

  private TaskResult askKnowing(String snapshot) {
    CacheView known =
        view(
            found(PlaylistKeys.playlist(PLAYLIST), playlist(snapshot, 120, false), YESTERDAY),
            found(PlaylistKeys.page(PLAYLIST, 0), firstPage(snapshot, 3), YESTERDAY));
    return worker.ask(List.of(WHOLE), known, NOW).getFirst();
  }

  @Test
  void remembersThatRecommendationsAreRefused() {
    http.replying(404, Bodies.error(404, "Resource not found"));
    Task.ForSpotify task = new Task.FetchRecommendations(new RecommendationSeeds(ids(1, 2), 20));

    TaskResult result = ask(task);

    assertThat(result)
        .isEqualTo(
            TaskResult.done(task)
                .then(
                    List.of(
                        new TaskResult.Remember(Cooldowns.RECOMMENDATIONS, "recommendations"))));
  }

  @Test
  void givesGenresUpWhereTheyCannotBeAskedForManyAtATime() {
    http.replying(403, Bodies.bareError(403));
    Task.ForSpotify task = new Task.FetchArtists(ids(1, 3));

    assertThat(ask(task))
        .isEqualTo(
            TaskResult.done(task)
                .then(List.of(new TaskResult.Remember(Cooldowns.ARTISTS, "artists"))));
  }

  @Test
  void asksOnlyForAudioFeaturesThatAreNotFresh() {
    http.replying(200, Bodies.list("audio_features", List.of(Bodies.audioFeatures(id(2)), "null")));
    Slot<?> fresh =
        new Slot<>(
            EnrichmentKeys.audioFeatures(id(1)),
            Entry.missing(EnrichmentKeys.audioFeatures(id(1)), NOW),
            null);

    TaskResult result =
        worker.ask(List.of(new Task.FetchAudioFeatures(ids(1, 4))), view(fresh), NOW).getFirst();

    assertThat(http.urls())
        .containsExactly("https://api.example/audio-features?ids=%s,%s".formatted(id(2), id(3)));
    assertThat(keys(result))
        .containsExactly(
            EnrichmentKeys.audioFeatures(id(2)).value(),
            EnrichmentKeys.audioFeatures(id(3)).value());
    assertThat(result.entries()).extracting(Entry::isMiss).containsExactly(false, true);
    assertThat(result.failure()).isNull();
  }

  @Test
  void goesOnAtReccoBeatsWithAudioFeaturesThatSpotifyRefuses() {
    http.replying(403, Bodies.bareError(403));

    TaskResult result = ask(new Task.FetchAudioFeatures(ids(1, 101)));

    assertThat(http.calls()).hasSize(1);
    assertThat(result.failure()).isNull();
    assertThat(result.entries()).isEmpty();
    assertThat(result.next())
        .containsExactly(
            new TaskResult.Remember(Cooldowns.AUDIO_FEATURES, "audio features"),
            new TaskResult.Continue(new Task.FetchReccoBeatsFeatures(ids(1, 41))),
            new TaskResult.Continue(new Task.FetchReccoBeatsFeatures(ids(41, 81))),
            new TaskResult.Continue(new Task.FetchReccoBeatsFeatures(ids(81, 101))));
  }

  @Test
  void asksReccoBeatsAtOnceWhileTheRefusalIsRemembered() {
    Slot<?> refusal =
        new Slot<>(
            Cooldowns.AUDIO_FEATURES,
            Entry.until(
                Cooldowns.AUDIO_FEATURES,
                new Cooldown(Cooldown.Reason.UNSUPPORTED, 1),
                NOW,
                NOW.plusSeconds(1)),
            null);
    CacheKey<AudioFeatures> known = EnrichmentKeys.audioFeatures(id(1));
    Slot<?> here = new Slot<>(known, Entry.missing(known, NOW), null);
    Task.ForSpotify task = new Task.FetchAudioFeatures(ids(1, 4));

    assertThat(worker.answered(task, view(refusal, here), NOW))
        .contains(
            TaskResult.done(task)
                .then(
                    List.of(new TaskResult.Continue(new Task.FetchReccoBeatsFeatures(ids(2, 4))))));
    assertThat(worker.answered(task, view(here), NOW)).isEmpty();
  }

  @Test
  void findsARefusalOutWithOneCallHoweverManyTasksThereAre() {
    http.replying(403, Bodies.bareError(403));
    List<Task.ForSpotify> tasks =
        List.of(new Task.FetchAudioFeatures(ids(1, 81)), new Task.FetchAudioFeatures(ids(81, 161)));

    List<List<Task.ForSpotify>> groups = worker.grouped(tasks);
    List<TaskResult> results = worker.ask(groups.getFirst(), CacheView.empty(), NOW);

    assertThat(groups).containsExactly(tasks);
    assertThat(http.calls()).hasSize(1);
    assertThat(results).extracting(result -> result.next().size()).containsExactly(3, 3);
  }

  @Test
  void asksForTheAudioFeaturesOfSeveralTasksAtOnce() {
    Task.ForSpotify one = new Task.FetchAudioFeatures(ids(1, 3));
    Task.ForSpotify two = new Task.FetchAudioFeatures(ids(2, 4));
    http.replying(
        200,
        Bodies.list(
            "audio_features",
            List.of(Bodies.audioFeatures(id(1)), Bodies.audioFeatures(id(2)), "null")));

    List<List<Task.ForSpotify>> groups = worker.grouped(List.of(one, WHOLE, two));
    List<TaskResult> results = worker.ask(groups.getLast(), CacheView.empty(), NOW);

    assertThat(groups).containsExactly(List.of(WHOLE), List.of(one, two));
    assertThat(http.urls().getFirst().split(",")).hasSize(3);
    assertThat(results).extracting(TaskResult::task).containsExactly(one, two);
    assertThat(results).extracting(result -> result.entries().size()).containsExactly(2, 1);
    assertThat(results).extracting(TaskResult::failure).containsOnlyNulls();
  }

  @Test
  void groupsNoMoreThanOneCallAnswers() {
    List<Task.ForSpotify> tasks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      tasks.add(new Task.FetchTracks(ids(20 * i, 20 * i + 20), SECTIONS));
    }

    assertThat(worker.grouped(tasks)).extracting(List::size).containsExactly(2, 2, 1);
  }

  @Test
  void fetchesTracksAndHasAllOfThemEnriched() {
    http.replying(200, Bodies.list("tracks", List.of(Bodies.track(2), "null")));
    Track cached = track(1);

    TaskResult result =
        worker
            .ask(
                List.of(new Task.FetchTracks(List.of(id(2), id(1), id(3)), SECTIONS)),
                view(found(EnrichmentKeys.track(id(1)), cached, NOW)),
                NOW)
            .getFirst();

    assertThat(keys(result))
        .containsExactly(EnrichmentKeys.track(id(2)).value(), EnrichmentKeys.track(id(3)).value());
    assertThat(result.next())
        .singleElement()
        .isInstanceOfSatisfying(
            TaskResult.Enrich.class,
            enrich ->
                assertThat(enrich.tracks()).extracting(Track::id).containsExactly(id(2), id(1)));
  }

  @Test
  void hasTracksEnrichedThatAreHereAlready() {
    Task.ForSpotify task = new Task.FetchTracks(ids(1, 3), SECTIONS);
    Slot<?> miss =
        new Slot<>(
            EnrichmentKeys.track(id(2)), Entry.missing(EnrichmentKeys.track(id(2)), NOW), null);
    CacheView known = view(found(EnrichmentKeys.track(id(1)), track(1), NOW), miss);

    assertThat(worker.answered(task, known, NOW))
        .contains(
            TaskResult.done(task)
                .then(List.of(new TaskResult.Enrich(List.of(track(1)), SECTIONS))));
    assertThat(worker.answered(task, view(miss), NOW)).isEmpty();
  }

  @Test
  void keepsTheTracksThatWereToldBeforeAFailure() {
    Task.ForSpotify first = new Task.FetchTracks(ids(1, 2), SECTIONS);
    Task.ForSpotify second = new Task.FetchTracks(ids(2, 4), SECTIONS);
    http.replying(403, Bodies.error(403, "Forbidden"))
        .replying(200, Bodies.track(1))
        .replying(200, Bodies.track(2))
        .replying(429, "", Map.of("Retry-After", "3"));

    List<TaskResult> results = worker.ask(List.of(first, second), CacheView.empty(), NOW);

    assertThat(results.get(0).failure()).isNull();
    assertThat(keys(results.get(1))).containsExactly(EnrichmentKeys.track(id(2)).value());
    assertThat(results.get(1).failure()).isEqualTo(new Outcome.Throttled<>(Duration.ofSeconds(3)));
  }

  private TaskResult ask(Task.ForSpotify task) {
    return ask(task, CacheView.empty());
  }

  private TaskResult ask(Task.ForSpotify task, CacheView known) {
    List<TaskResult> results = worker.ask(List.of(task), known, NOW);
    assertThat(results).hasSize(1);
    return results.getFirst();
  }

  private static String playlistBody(int from, int to, int total) {
    return Bodies.playlist(
        "items", Bodies.page(Bodies.entries("item", from, to), 0, 100, total, to < total));
  }

  private static Task.ForSpotify page(int offset, int limit) {
    return new Task.FetchPlaylistPage(PLAYLIST, offset, limit, "v1", SECTIONS);
  }

  private static Playlist playlist(String snapshotId, int total, boolean forbidden) {
    return new Playlist(PLAYLIST, "Mix", null, "dj", snapshotId, total, 3, 50, forbidden);
  }

  private static PlaylistPage firstPage(String snapshotId, int size) {
    List<PlaylistEntry> entries = new ArrayList<>();
    for (int n = 0; n < size; n++) {
      entries.add(new PlaylistEntry.OfTrack(track(n)));
    }
    return new PlaylistPage(0, snapshotId, entries);
  }

  private static PlaylistPage pageAt(int offset, @Nullable String snapshotId) {
    return new PlaylistPage(offset, snapshotId, List.of(new PlaylistEntry.OfTrack(track(offset))));
  }

  /** The n-th track of {@link Bodies#track}. */
  private static Track track(int n) {
    return new Track(
        id(n),
        new Isrc("GBAYE0601690"),
        "Song " + n,
        List.of(
            new Artist("The Beatles", new SpotifyId("3WrFJ7ztbogyGnTHbHJFl2")),
            Artist.named("A guest")),
        Duration.ofMillis(259_946),
        "Abbey Road",
        "1969-09-26",
        false,
        0);
  }

  private static <T> Slot<T> found(CacheKey<T> key, T value, Instant fetchedAt) {
    return new Slot<>(key, Entry.found(key, value, fetchedAt), null);
  }

  private static CacheView view(Slot<?>... slots) {
    return CacheView.of(List.of(slots));
  }

  private static List<String> keys(TaskResult result) {
    return result.entries().stream().map(entry -> entry.key().value()).toList();
  }
}
