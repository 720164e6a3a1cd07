package io.linernotes.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.PlaylistAnalyzer;
import io.linernotes.analysis.PlaylistAnswer;
import io.linernotes.analysis.PlaylistRequest;
import io.linernotes.analysis.TrackAnalyzer;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.TrackPlan;
import io.linernotes.playlist.spotify.SpotifyMode;
import io.linernotes.session.Viewer;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorOptions;
import io.linernotes.simulator.Song;
import io.linernotes.track.Artist;
import io.linernotes.track.ClaimedTrack;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One client's false claims never reach another client's answer. Whatever a client claims about a
 * track, all others get the same answer as without the claim.
 */
class PoisoningTest {

  private static final String PLAYLIST = "poisonedPlaylist000000";
  private static final Set<Section> ALL = EnumSet.allOf(Section.class);
  private static final RequestContext CONTEXT = new RequestContext("test", "test");

  private final SimulatedProviders providers =
      new SimulatedProviders(SpotifyMode.AUTO, SimulatorOptions.unhurried());
  private final Dispatcher dispatcher =
      new Dispatcher(providers.cache, providers.queue, LeaseTime.ofEmptyQueues());
  private final TrackAnalyzer tracks = new TrackAnalyzer(providers.cache, dispatcher, Map.of());
  private final PlaylistAnalyzer playlists =
      new PlaylistAnalyzer(providers.cache, dispatcher, Map.of());

  @AfterEach
  void stop() {
    providers.close();
  }

  /** A false field in a request about the first song: it describes the second song, or nothing. */
  enum Lie {
    ISRC,
    ISRC_OF_NOTHING,
    NAMES,
    NAMES_OF_NOTHING,
    TITLE,
    ARTISTS,
    MORE_ARTISTS,
    DURATION;

    ClaimedTrack about(Song song, Song other) {
      return ClaimedTrack.of(
          new SpotifyId(song.spotifyId()),
          switch (this) {
            case ISRC -> new Isrc(other.isrc());
            case ISRC_OF_NOTHING -> new Isrc("XXXXX9999999");
            case NAMES, NAMES_OF_NOTHING, TITLE, ARTISTS, MORE_ARTISTS, DURATION -> null;
          },
          switch (this) {
            case NAMES, TITLE -> other.title();
            case NAMES_OF_NOTHING -> "No Such Song";
            case ISRC, ISRC_OF_NOTHING, ARTISTS, MORE_ARTISTS, DURATION -> song.title();
          },
          switch (this) {
            case NAMES, ARTISTS -> artists(other.artists());
            case NAMES_OF_NOTHING -> artists(List.of("Nobody At All"));
            case MORE_ARTISTS ->
                artists(
                    Stream.concat(song.artists().stream(), Stream.of("Nobody At All")).toList());
            case ISRC, ISRC_OF_NOTHING, TITLE, DURATION -> artists(song.artists());
          },
          this == DURATION ? Duration.ofHours(3) : song.duration());
    }

    private static List<Artist> artists(List<String> names) {
      return names.stream().map(Artist::named).toList();
    }
  }

  static Stream<Lie> lies() {
    return Stream.of(Lie.values());
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aLieAboutAnIdIsNotToldToAPlaylist(Lie lie) {
    List<Song> songs = songs();
    providers.simulator.setPlaylist(PLAYLIST, songs);
    enriched(lies(lie, songs));

    assertThat(deezer(analyzed(PLAYLIST, null))).isEqualTo(honestly(PLAYLIST));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aLieAboutAnIdIsNotToldToWhoeverAsksByTheIdAlone(Lie lie) {
    List<Song> songs = songs();
    enriched(lies(lie, songs));

    assertThat(deezer(enriched(byId(songs)))).isEqualTo(honestly(byId(songs)));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aLieIsNotToldToWhoeverClaimsTheTruth(Lie lie) {
    List<Song> songs = songs();
    enriched(lies(lie, songs));

    for (List<ClaimedTrack> claims :
        List.of(
            claims(songs, true, true), claims(songs, false, true), claims(songs, true, false))) {
      assertThat(deezer(enriched(claims))).isEqualTo(honestly(claims));
    }
  }

  @Test
  void anotherSpellingPlantsNoMiss() {
    Song song = providers.simulator.catalogue().titled("Come Together - Remastered 2009");
    ClaimedTrack odd =
        ClaimedTrack.of(
            null,
            null,
            "\u0000" + song.title().replace(" ", "\u3000\u001F") + "\u00A0",
            List.of(Artist.named("Ｔｈｅ　Ｂｅａｔｌｅｓ")),
            song.duration());
    List<ClaimedTrack> plain = claims(List.of(song), false, true);

    Analysis planted = enriched(List.of(odd));
    Analysis answer = enriched(plain);

    assertThat(deezer(answer)).isEqualTo(honestly(plain)).isEqualTo(deezer(planted));
    assertThat(answer.tracks()).allSatisfy(PoisoningTest::assertHits);
    assertThat(providers.takeCalls()).as("the same keys, asked once").isNotEmpty();
  }

  @Test
  void twoLengthsOfOneSongAreTwoQuestions() {
    Song song = songs().getFirst();
    Duration edit = song.duration().minusSeconds(60);
    ClaimedTrack whole = byNames(song, song.duration());

    enriched(List.of(byNames(song, edit)));

    assertThat(deezer(enriched(List.of(whole)))).isEqualTo(honestly(List.of(whole)));
  }

  @Test
  void aPlaylistOfOddEntriesPlantsNothing() {
    SpotifyId demo = new SpotifyId(Simulator.DEMO_PLAYLIST);
    List<ClaimedTrack> byId = new ArrayList<>();
    for (Analysis.Place place : analyzed(demo.value(), null).tracks()) {
      place.entry().asTrack().ifPresent(track -> byId.add(new ClaimedTrack(track.id(), null)));
    }

    assertThat(byId).isNotEmpty();
    assertThat(deezer(enriched(byId))).isEqualTo(honestly(byId));
  }

  @Test
  void aUsersPrivatePlaylistPlantsNothing() {
    List<ClaimedTrack> byId = new ArrayList<>();
    Analysis users = analyzed(Simulator.PRIVATE_PLAYLIST, providers.user.viewer());
    for (Analysis.Place place : users.tracks()) {
      place.entry().asTrack().ifPresent(track -> byId.add(new ClaimedTrack(track.id(), null)));
    }

    assertThat(byId).isNotEmpty();
    assertThat(deezer(enriched(byId))).isEqualTo(honestly(byId));
    assertThat(
            playlists.analyze(
                request(Simulator.PRIVATE_PLAYLIST, null), CONTEXT, providers.clock.instant()))
        .as("and is not shown to anybody else")
        .isNotInstanceOf(PlaylistAnswer.Analyzed.class);
  }

  private List<ClaimedTrack> lies(Lie lie, List<Song> songs) {
    return IntStream.range(0, songs.size())
        .mapToObj(i -> lie.about(songs.get(i), songs.get((i + 1) % songs.size())))
        .toList();
  }

  private static List<ClaimedTrack> byId(List<Song> songs) {
    return songs.stream()
        .map(song -> new ClaimedTrack(new SpotifyId(song.spotifyId()), null))
        .toList();
  }

  private static List<ClaimedTrack> claims(List<Song> songs, boolean isrcs, boolean names) {
    return songs.stream()
        .map(
            song ->
                ClaimedTrack.of(
                    null,
                    isrcs ? new Isrc(song.isrc()) : null,
                    names ? song.title() : null,
                    names ? Lie.artists(song.artists()) : List.of(),
                    names ? song.duration() : null))
        .toList();
  }

  private static ClaimedTrack byNames(Song song, Duration duration) {
    return ClaimedTrack.of(null, null, song.title(), Lie.artists(song.artists()), duration);
  }

  private List<Song> songs() {
    return IntStream.range(0, 4).mapToObj(providers.simulator.catalogue()::invented).toList();
  }

  /** The answer when it is complete. */
  private Analysis enriched(List<ClaimedTrack> claims) {
    Analysis answer = tracks.analyze(claims, ALL, CONTEXT, providers.clock.instant());
    for (int poll = 0; poll < 6 && answer.onItsWay(); poll++) {
      providers.work();
      answer = tracks.analyze(claims, ALL, CONTEXT, providers.clock.instant());
    }
    assertThat(answer.onItsWay()).isFalse();
    return answer;
  }

  private Analysis analyzed(String playlist, @Nullable Viewer viewer) {
    PlaylistRequest request = request(playlist, viewer);
    PlaylistAnswer answer = playlists.analyze(request, CONTEXT, providers.clock.instant());
    for (int poll = 0; poll < 6; poll++) {
      providers.work();
      answer = playlists.analyze(request, CONTEXT, providers.clock.instant());
    }
    return ((PlaylistAnswer.Analyzed) answer).analysis();
  }

  private static PlaylistRequest request(String playlist, @Nullable Viewer viewer) {
    return new PlaylistRequest(new SpotifyId(playlist), ALL, 0, 500).as(viewer);
  }

  /** The answer to the same request with an empty cache. */
  private static List<@Nullable DeezerTrack> honestly(List<ClaimedTrack> claims) {
    PoisoningTest fresh = new PoisoningTest();
    try {
      return fresh.deezer(fresh.enriched(claims));
    } finally {
      fresh.stop();
    }
  }

  private static List<@Nullable DeezerTrack> honestly(String playlist) {
    PoisoningTest fresh = new PoisoningTest();
    try {
      fresh.providers.simulator.setPlaylist(playlist, fresh.songs());
      return fresh.deezer(fresh.analyzed(playlist, null));
    } finally {
      fresh.stop();
    }
  }

  private List<@Nullable DeezerTrack> deezer(Analysis analysis) {
    List<@Nullable DeezerTrack> found = new ArrayList<>();
    for (Analysis.Place place : analysis.tracks()) {
      TrackPlan plan = place.plan();
      SectionState<DeezerTrack> state = plan == null ? null : plan.deezer();
      found.add(state == null ? null : state.data());
    }
    return found;
  }

  private static void assertHits(Analysis.Place place) {
    assertThat(place.plan())
        .extracting(TrackPlan::deezer)
        .extracting(SectionState::status)
        .isEqualTo(SectionState.Status.HIT);
  }
}
