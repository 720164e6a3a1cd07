package io.linernotes.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.linernotes.cache.EveryKind;
import io.linernotes.catalogue.RecommendationSeeds;
import io.linernotes.catalogue.SearchQuery;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Section;
import io.linernotes.session.Scope;
import io.linernotes.session.SessionId;
import io.linernotes.session.Viewer;
import io.linernotes.task.CorrelationId;
import io.linernotes.task.Task;
import io.linernotes.task.TaskMessage;
import io.linernotes.track.Isrc;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Records survive a round trip. The expected texts are those in existing tables and queues: if one
 * changes, {@link RecordFormat#SCHEMA} must change, too, or old records must stay readable.
 */
class RecordFormatTest {

  private static final SpotifyId PLAYLIST = new SpotifyId("37i9dQZF1DXcBWIGoYBM5M");
  private static final SpotifyId TRACK = new SpotifyId("2EqlS6tkEnglzr7tkKAAYD");

  private static final Viewer VIEWER =
      new Viewer(new SessionId("5e".repeat(32)), new Scope("ac".repeat(16)));

  static List<EveryKind.Sample<?>> everyKind() {
    return EveryKind.all();
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  <T> void givesBackARecordOfEveryKind(EveryKind.Sample<T> sample) {
    byte[] body = RecordFormat.compressed(sample.value());

    assertThat(RecordFormat.decompressed(body, sample.kind())).isEqualTo(sample.value());
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void writesARecordOfEveryKindAsBefore(EveryKind.Sample<?> sample) {
    assertThat(RecordFormat.text(RecordFormat.compressed(sample.value())))
        .isEqualTo(golden(sample.kind().name()));
  }

  @Test
  void writesTheSameBytesForTheSameRecord() {
    assertThat(RecordFormat.compressed(EveryKind.LASTFM_TRACK))
        .isEqualTo(RecordFormat.compressed(EveryKind.LASTFM_TRACK));
  }

  static Stream<Task> everyTask() {
    return Stream.of(
        new Task.FetchPlaylist(PLAYLIST, Set.of(Section.DEEZER)),
        new Task.FetchPlaylistPage(PLAYLIST, 100, 50, "MTcw", Set.of(Section.LASTFM)),
        new Task.FetchProfile(VIEWER, "linernotes-dj"),
        new Task.FetchAudioFeatures(List.of(TRACK)),
        new Task.FetchReccoBeatsFeatures(List.of(TRACK)),
        new Task.FetchFeaturesByIsrc(List.of(new Isrc("GBAYE0601690"))),
        new Task.FetchTracks(List.of(TRACK), Set.of(Section.ARTISTS)),
        new Task.FetchArtists(List.of(new SpotifyId("3WrFJ7ztbogyGnTHbHJFl2"))),
        new Task.FetchSearch(new SearchQuery("come together", 5)),
        new Task.FetchRecommendations(new RecommendationSeeds(List.of(TRACK), 20)),
        new Task.FindIsrc(Songs.teardrop()),
        new Task.FetchDeezerTrack(
            Songs.comeTogether(), List.of(new Isrc("GBAYE0601690")), Set.of()),
        new Task.FetchLastfmTrack("宇多田ヒカル", "花束を君に"),
        new Task.FetchLastfmArtist("Björk"));
  }

  @ParameterizedTest
  @MethodSource("everyTask")
  void givesBackEveryTask(Task task) {
    TaskMessage message = message(task);

    assertThat(RecordFormat.message(RecordFormat.message(message))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("everyTask")
  void writesEveryTaskAsBefore(Task task) {
    assertThat(RecordFormat.message(message(task)))
        .isEqualTo(golden(task.getClass().getSimpleName()));
  }

  @Test
  void givesBackHowFarAheadATaskRefreshes() {
    TaskMessage message =
        new TaskMessage(
            new Task.FetchLastfmArtist("Björk"),
            "1-5759e988",
            "warming",
            Instant.parse("2026-11-01T12:00:00.123Z"),
            Instant.parse("2026-11-01T12:20:00Z"));

    String text = RecordFormat.message(message);

    assertThat(text).contains("\"refresh_ahead\":\"2026-11-01T12:20:00Z\"");
    assertThat(RecordFormat.message(text)).isEqualTo(message);
  }

  /** A message may wait in a queue for up to four days, across an upgrade. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\"correlation_id\":null,", "\"correlation_id\":\"two\\nlines\","})
  void readsAMessageThatTellsNoUsableCorrelationId(String field) {
    TaskMessage message =
        RecordFormat.message(
            "{\"task\":{\"task\":\"lastfm_artist\",\"artist\":\"Björk\"},"
                + field
                + "\"group\":\"warming\",\"sent_at\":\"2026-11-01T12:00:00Z\"}");

    assertThat(message.task()).isEqualTo(new Task.FetchLastfmArtist("Björk"));
    assertThat(message.correlationId()).isEqualTo(CorrelationId.NONE);
  }

  @Test
  void knowsEveryTaskThereIs() {
    assertThat(everyTask().map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(tasks(Task.class).toList());
  }

  private static Stream<Class<?>> tasks(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordFormatTest::tasks);
  }

  @Test
  void readsMessagesWithFieldsOfALaterVersion() {
    String later =
        golden("FetchLastfmArtist").replace("\"group\":", "\"priority\":{\"level\":3},\"group\":");

    assertThat(RecordFormat.message(later)).isEqualTo(message(new Task.FetchLastfmArtist("Björk")));
  }

  @Test
  void asksInTheNameOfAUserByTheSessionsIdAlone() {
    TaskMessage whole = message(new Task.FetchPlaylist(PLAYLIST, Set.of(), VIEWER));
    TaskMessage page =
        message(
            new Task.FetchPlaylistPage(
                PLAYLIST, 100, 50, "MTcw", Set.of(), VIEWER.in(Scope.EVERYBODY)));

    assertThat(RecordFormat.message(whole)).isEqualTo(golden("FetchPlaylistOfUser"));
    assertThat(RecordFormat.message(page)).isEqualTo(golden("FetchPlaylistPageByUser"));
    assertThat(RecordFormat.message(RecordFormat.message(whole))).isEqualTo(whole);
    assertThat(RecordFormat.message(RecordFormat.message(page))).isEqualTo(page);
  }

  @Test
  void readsAPageOfAnySnapshot() {
    TaskMessage any =
        message(new Task.FetchPlaylistPage(PLAYLIST, 100, 50, null, Set.of(Section.LASTFM)));

    assertThat(RecordFormat.message(RecordFormat.message(any))).isEqualTo(any);
  }

  static Stream<String> noMessages() {
    String good = golden("FetchLastfmArtist");
    return Stream.of(
        "",
        "null",
        "[]",
        "{",
        "<html>",
        good.substring(0, good.length() / 2),
        good.replace("lastfm_artist", "delete_everything"),
        golden("FindIsrc").replace("67Hna13dNDkZvBpTXRIaOJ", "not an id"),
        good.replace("2026-11-01T12:00:00.123Z", "yesterday"));
  }

  @ParameterizedTest
  @MethodSource("noMessages")
  void refusesWhatIsNoMessage(String text) {
    assertThatExceptionOfType(MalformedRecordException.class)
        .isThrownBy(() -> RecordFormat.message(text));
  }

  static Stream<byte[]> noBodies() throws IOException {
    byte[] good = RecordFormat.compressed(EveryKind.TRACK);
    return Stream.of(
        new byte[0],
        "{}".getBytes(StandardCharsets.UTF_8),
        Arrays.copyOf(good, good.length / 2),
        stating(good, 1, 0, 0, 0),
        stating(good, 0, 1, 0, 0),
        stating(good, 0, 0, 0, 0x80),
        zipped(""),
        zipped("null"),
        zipped("[]"),
        zipped("{\"id\":\"not an id\"}"),
        zipped("{\"artists\":null}"),
        zipped("{}"));
  }

  @ParameterizedTest
  @MethodSource("noBodies")
  void refusesWhatIsNoStoredTrack(byte[] body) {
    assertThatExceptionOfType(MalformedRecordException.class)
        .isThrownBy(() -> RecordFormat.decompressed(body, EnrichmentKeys.TRACK));
  }

  @Test
  void refusesABodyThatUnpacksToTooMuch() throws IOException {
    byte[] bomb = zipped(" ".repeat(17 * 1024 * 1024));

    assertThatExceptionOfType(MalformedRecordException.class)
        .isThrownBy(() -> RecordFormat.decompressed(bomb, EnrichmentKeys.TRACK))
        .havingCause()
        .withMessageContaining("larger than");
  }

  /** The body with another length at its end. */
  private static byte[] stating(byte[] body, int... littleEndian) {
    byte[] changed = body.clone();
    for (int i = 0; i < littleEndian.length; i++) {
      changed[body.length - littleEndian.length + i] = (byte) littleEndian[i];
    }
    return changed;
  }

  private static TaskMessage message(Task task) {
    return new TaskMessage(
        task, "1-5759e988", "playlist:" + PLAYLIST, Instant.parse("2026-11-01T12:00:00.123Z"));
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** The text of that name in {@code records.txt}. */
  private static String golden(String name) {
    return GOLDEN
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("none of " + name);
  }

  private static final String GOLDEN = resource();

  private static String resource() {
    try (var in = RecordFormatTest.class.getResourceAsStream("records.txt")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
