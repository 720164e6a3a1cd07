package io.linernotes.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.Section;
import io.linernotes.provider.Provider;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every task queue does, with any transport. */
public abstract class TaskQueueContract {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.123Z");

  private final String correlationId = UUID.randomUUID().toString();

  /** The queue under test. */
  protected abstract TaskQueue queue();

  /**
   * Takes {@code count} messages from a provider's queue; fewer only if no more arrive. The queue
   * holds no messages of other tests.
   */
  protected abstract List<TaskMessage> receive(Provider provider, int count);

  @Test
  void sendsEachMessageToItsProvider() {
    TaskMessage spotify = message(new Task.FetchPlaylist(PLAYLIST, Set.of(Section.DEEZER)));
    TaskMessage deezer =
        message(new Task.FetchDeezerTrack(Songs.comeTogether(), List.of(), Set.of()));
    TaskMessage musicBrainz = message(new Task.FindIsrc(Songs.teardrop()));
    TaskMessage lastfm = message(new Task.FetchLastfmArtist("宇多田ヒカル"));

    assertThat(queue().send(List.of(spotify, deezer, musicBrainz, lastfm))).isEmpty();

    assertThat(receive(Provider.SPOTIFY, 1)).containsExactly(spotify);
    assertThat(receive(Provider.DEEZER, 1)).containsExactly(deezer);
    assertThat(receive(Provider.MUSICBRAINZ, 1)).containsExactly(musicBrainz);
    assertThat(receive(Provider.LASTFM, 1)).containsExactly(lastfm);
  }

  @Test
  void sendsNothing() {
    assertThat(queue().send(List.of())).isEmpty();
  }

  @Test
  void sendsMoreThanOneBatch() {
    List<TaskMessage> messages =
        Songs.numbered(25).stream()
            .map(track -> message(new Task.FetchDeezerTrack(track, List.of(), Set.of())))
            .toList();

    assertThat(queue().send(messages)).isEmpty();

    assertThat(receive(Provider.DEEZER, 25)).containsExactlyInAnyOrderElementsOf(messages);
  }

  @Test
  void sendsATaskAsOftenAsItIsAsked() {
    TaskMessage find = message(new Task.FindIsrc(Songs.teardrop()));
    TaskMessage fetch = message(new Task.FetchLastfmArtist("Björk"));

    queue().send(List.of(find, fetch));
    queue().send(List.of(find, fetch));

    assertThat(receive(Provider.MUSICBRAINZ, 2)).containsExactly(find, find);
    assertThat(receive(Provider.LASTFM, 2)).containsExactly(fetch, fetch);
  }

  @Test
  void knowsNoDelayWhereOneTaskAtATimeIsReceived() {
    TaskMessage find = message(new Task.FindIsrc(Songs.teardrop()));

    assertThat(queue().send(List.of(find), Duration.ofMinutes(10))).isEmpty();

    assertThat(receive(Provider.MUSICBRAINZ, 1)).containsExactly(find);
  }

  @Test
  void takesAnyGroupAndAnyName() {
    Track odd = Track.of(null, null, "\uFFFF \u0000 ' \" \\ 🎧", Songs.teardrop().artists(), null);
    TaskMessage message =
        new TaskMessage(
            new Task.FetchDeezerTrack(odd, List.of(), Set.of()),
            correlationId,
            "宇多田ヒカル ".repeat(40),
            NOW);

    assertThat(queue().send(List.of(message))).isEmpty();

    assertThat(receive(Provider.DEEZER, 1)).containsExactly(message);
  }

  protected static final SpotifyId PLAYLIST = new SpotifyId("37i9dQZF1DXcBWIGoYBM5M");

  /** A message of this test. */
  protected final TaskMessage message(Task task) {
    return new TaskMessage(task, correlationId, "playlist:" + PLAYLIST, NOW);
  }
}
