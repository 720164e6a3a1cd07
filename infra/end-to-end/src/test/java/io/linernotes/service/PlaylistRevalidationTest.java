package io.linernotes.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.PlaylistAnalyzer;
import io.linernotes.analysis.PlaylistAnswer;
import io.linernotes.analysis.PlaylistRequest;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RequestContext;
import io.linernotes.playlist.spotify.SpotifyMode;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorOptions;
import io.linernotes.simulator.Song;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many calls a cached playlist costs a day later. */
class PlaylistRevalidationTest {

  private static final String ID = "revalidatedPlaylist000";
  private static final Set<Section> ALL = EnumSet.allOf(Section.class);

  private final SimulatedProviders providers =
      new SimulatedProviders(SpotifyMode.AUTO, SimulatorOptions.unhurried());
  private final PlaylistAnalyzer analyzer =
      new PlaylistAnalyzer(
          providers.cache,
          new Dispatcher(providers.cache, providers.queue, LeaseTime.ofEmptyQueues()),
          Map.of());

  @AfterEach
  void stop() {
    providers.close();
  }

  @Test
  void anUnchangedPlaylistCostsOneCall() {
    Simulator simulator = providers.simulator;
    simulator.setPlaylist(ID, songs(0, 250));
    complete();

    providers.clock.advance(Duration.ofHours(24));
    ask();
    List<String> calls = calls();

    assertThat(calls).singleElement().asString().contains("fields=snapshot_id");
    assertThat(ask().status()).isEqualTo(Analysis.Status.COMPLETE);
    assertThat(calls()).isEmpty();
    providers.clock.advance(Duration.ofHours(22));
    assertThat(ask().status()).as("renewed for another day").isEqualTo(Analysis.Status.COMPLETE);
    assertThat(calls()).isEmpty();
  }

  @Test
  void tenNewTracksCostTheirPagesAndTheirOwnEnrichment() {
    providers.simulator.setPlaylist(ID, songs(0, 100));
    complete();
    int before = providers.queue.sent().size();

    providers.clock.advance(Duration.ofHours(24));
    providers.simulator.addTracks(ID, songs(100, 110).toArray(Song[]::new));
    ask();
    List<String> calls = calls();

    assertThat(calls.stream().filter(url -> url.contains("/playlists/")))
        .as("the comparison, the playlist with its first page, the second page")
        .hasSize(3);
    assertThat(calls.stream().filter(url -> url.contains("/deezer/")))
        .as("ten tracks, few of which take more than one call")
        .hasSizeBetween(10, 40);
    assertThat(providers.queue.sent().size() - before).isLessThan(60);
    Analysis analysis = ask();
    assertThat(analysis.status()).isEqualTo(Analysis.Status.COMPLETE);
    assertThat(analysis.tracks()).hasSize(110);
  }

  @Test
  void aColdPlaylistStaysWithinItsBudgetGenresIncluded() {
    List<String> calls = fetch(SpotifyId.parse(Simulator.generatedPlaylist(100)).orElseThrow());

    assertThat(calls).hasSizeLessThanOrEqualTo(350);
    assertThat(calls.stream().filter(url -> url.contains("/artists?ids="))).hasSize(1);
    assertThat(
            analyze(SpotifyId.parse(Simulator.generatedPlaylist(100)).orElseThrow())
                .aggregates()
                .metadata()
                .topGenres())
        .isNotEmpty();
  }

  private void complete() {
    ask();
    calls();
    assertThat(ask().status()).isEqualTo(Analysis.Status.COMPLETE);
    assertThat(calls()).isEmpty();
  }

  private List<String> fetch(SpotifyId playlist) {
    var unused = analyzer.analyze(request(playlist), requestContext(), providers.clock.instant());
    return calls();
  }

  private Analysis ask() {
    PlaylistAnswer answer =
        analyzer.analyze(request(new SpotifyId(ID)), requestContext(), providers.clock.instant());
    if (answer instanceof PlaylistAnswer.NotHereYet) {
      var unused = calls();
      return analyze(new SpotifyId(ID));
    }
    return ((PlaylistAnswer.Analyzed) answer).analysis();
  }

  private Analysis analyze(SpotifyId playlist) {
    return ((PlaylistAnswer.Analyzed)
            analyzer.analyze(request(playlist), requestContext(), providers.clock.instant()))
        .analysis();
  }

  private List<String> calls() {
    providers.work();
    return providers.takeCalls();
  }

  private static PlaylistRequest request(SpotifyId playlist) {
    return new PlaylistRequest(playlist, ALL, 0, 500);
  }

  private static RequestContext requestContext() {
    return new RequestContext("test", "test");
  }

  private List<Song> songs(int from, int to) {
    return IntStream.range(from, to).mapToObj(providers.simulator.catalogue()::invented).toList();
  }
}
