package io.linernotes.api.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.TrackAnalyzer;
import io.linernotes.cache.Entry;
import io.linernotes.cache.EveryKind;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Section;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RequestContext;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.time.MovableClock;
import io.linernotes.track.Artist;
import io.linernotes.track.ClaimedTrack;
import io.linernotes.track.Isrc;
import io.linernotes.track.Track;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads the exported files with other parsers. */
class ExportsTest {

  private static final Track KNOWN = EveryKind.TRACK;

  private static final Track HOSTILE =
      Track.of(
          null,
          new Isrc("QZTST2600001"),
          "=HYPERLINK(\"http://evil.example\")",
          List.of(
              Artist.named("+1"),
              Artist.named("Tyler, The Creator"),
              Artist.named("Steins;Gate"),
              Artist.named("<b>&\"'")),
          Duration.ofMillis(61_500));

  private static final Track UNNAMED =
      Track.of(null, new Isrc("QZTST2600002"), null, List.of(), null);

  private final Instant now = MovableClock.atNoon().instant();
  private final InMemoryTrackCache cache = new InMemoryTrackCache();

  private Analysis analysis(Track... tracks) {
    cache.with(Entry.found(EnrichmentKeys.deezer(KNOWN), EveryKind.DEEZER_TRACK, now));
    cache.with(
        Entry.found(
            EnrichmentKeys.audioFeatures(Objects.requireNonNull(KNOWN.id())),
            EveryKind.AUDIO_FEATURES,
            now));
    Dispatcher dispatcher =
        new Dispatcher(cache, new InMemoryTaskQueue(), LeaseTime.ofEmptyQueues());
    return new TrackAnalyzer(cache, dispatcher, Map.of())
        .analyze(
            Stream.of(tracks).map(ExportsTest::claimed).toList(),
            EnumSet.allOf(Section.class),
            new RequestContext("request-1", "request-1"),
            now);
  }

  @Test
  void csvHoldsAColumnForEverythingThatMixingNeeds() throws IOException {
    CSVRecord line = csv(CsvFormat.text(analysis(KNOWN))).getFirst();

    assertThat(line.get("Track URI")).isEqualTo("spotify:track:" + KNOWN.id());
    assertThat(line.get("Track Name")).isEqualTo(KNOWN.title());
    assertThat(line.get("Artist Name(s)")).isEqualTo("The Beatles;");
    assertThat(line.get("BPM")).isEqualTo("165.2");
    assertThat(line.get("Gain (dB)")).isEqualTo("-8.9");
    assertThat(line.get("Match")).isEqualTo("isrc");
    assertThat(line.get("Deezer")).isEqualTo("hit");
    assertThat(line.get("Last.fm")).isEqualTo("pending");
  }

  @Test
  void noNameIsAFormula() throws IOException {
    CSVRecord line = csv(CsvFormat.text(analysis(HOSTILE))).getFirst();

    assertThat(line.get("Track Name")).isEqualTo("'" + HOSTILE.title());
    assertThat(line.get("Artist Name(s)")).startsWith("'+1");
    assertThat(csv(CsvFormat.text(analysis(KNOWN))).getFirst().get("Gain (dB)"))
        .as("a number stays one")
        .isEqualTo("-8.9");
  }

  static Stream<Track> tracks() {
    return Stream.of(
        KNOWN,
        HOSTILE,
        UNNAMED,
        named("'=1+1"),
        named("''@cmd"),
        named("-"),
        named("＝1"),
        named("'Round Midnight"),
        named("two\nlines, \"quoted\""),
        named("花束を君に 🎵"));
  }

  private static Track named(String title) {
    return Track.of(null, null, title, List.of(Artist.named(title)), Duration.ofMinutes(3));
  }

  @ParameterizedTest
  @MethodSource("tracks")
  void csvThatIsReadAgainDescribesTheSameTrack(Track track) {
    List<ClaimedTrack> again = CsvTracks.parse(CsvFormat.text(analysis(track)));

    assertThat(again).containsExactly(claimed(track));
  }

  private static ClaimedTrack claimed(Track track) {
    return ClaimedTrack.of(track.id(), track.isrc(), track.title(), names(track), track.duration());
  }

  private static List<Artist> names(Track track) {
    return track.artists().stream().map(artist -> Artist.named(artist.name())).toList();
  }

  @Test
  void rekordboxReadsBpmKeyAndComment() throws Exception {
    Document library = xml(RekordboxFormat.text(analysis(KNOWN, HOSTILE, UNNAMED)));

    NodeList tracks = library.getElementsByTagName("COLLECTION").item(0).getChildNodes();
    Element known = (Element) tracks.item(0);
    assertThat(tracks.getLength()).isEqualTo(3);
    assertThat(known.getAttribute("Name")).isEqualTo(KNOWN.title());
    assertThat(known.getAttribute("AverageBpm")).isEqualTo("165.20");
    assertThat(known.getAttribute("Tonality")).isNotEmpty();
    assertThat(known.getAttribute("Comments")).contains("165.2 BPM").contains("energy");
    assertThat(known.getAttribute("TotalTime")).isEqualTo("259");
    assertThat(known.getAttribute("Location")).endsWith("spotify:track:" + KNOWN.id());
    Element hostile = (Element) tracks.item(1);
    assertThat(hostile.getAttribute("Name")).isEqualTo(HOSTILE.title());
    assertThat(hostile.getAttribute("Artist")).contains("<b>&\"'");
    assertThat(hostile.hasAttribute("AverageBpm")).as("unknown").isFalse();
    Element list = (Element) library.getElementsByTagName("NODE").item(1);
    assertThat(list.getAttribute("Entries")).isEqualTo("3");
    assertThat(list.getElementsByTagName("TRACK").getLength()).isEqualTo(3);
  }

  @Test
  void xmlLeavesOutWhatItCannotHold() throws Exception {
    Track track = named("a\u0000b\u0007c\uFFFEd\uD83Ce\n\uD83C\uDFB5");

    Element read =
        (Element) xml(RekordboxFormat.text(analysis(track))).getElementsByTagName("TRACK").item(0);

    assertThat(read.getAttribute("Name")).isEqualTo("a b cde 🎵");
  }

  @Test
  void m3u8HoldsTwoLinesAndAComment() {
    List<String> lines = M3u8Format.text(analysis(KNOWN, HOSTILE)).lines().toList();

    assertThat(lines)
        .startsWith("#EXTM3U", "#EXTINF:260,The Beatles - " + KNOWN.title())
        .contains("spotify:track:" + KNOWN.id())
        .anyMatch(line -> line.startsWith("# ") && line.contains("165.2 BPM"));
    assertThat(lines).filteredOn(line -> !line.startsWith("#")).hasSize(2);
  }

  @Test
  void noNameBeginsALineOfAnM3u8() {
    Track track = named("Song\nhttp://evil.example/\r#EXTINF:1\u2028x");

    List<String> lines = M3u8Format.text(analysis(track)).lines().toList();

    assertThat(lines).hasSize(3).noneMatch(line -> line.startsWith("http"));
    assertThat(lines.getLast()).doesNotContain("/", "#");
  }

  @Test
  void aListThatIsNotThereYetIsEmptyInEveryFormat() throws Exception {
    assertThat(csv(CsvFormat.empty())).isEmpty();
    assertThat(M3u8Format.empty()).isEqualTo("#EXTM3U\n");
    assertThat(xml(RekordboxFormat.empty()).getElementsByTagName("TRACK").getLength()).isZero();
  }

  private static List<CSVRecord> csv(String text) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(text))
        .getRecords();
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }
}
