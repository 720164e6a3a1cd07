package io.linernotes.service;

import static io.linernotes.service.RunningService.analysis;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.simulator.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real recordings with every quirk that the simulator knows. */
@ExtendWith(SharedService.class)
class DemoPlaylistTest {

  private final RunningService service;

  DemoPlaylistTest(RunningService service) {
    this.service = service;
  }

  @Test
  void keepsThePlacesOfWhatIsNoTrack() {
    JsonNode demo = demo();

    assertThat(demo.path("status").asText()).isEqualTo("complete");
    int entries = demo.at("/playlist/total_tracks").asInt();
    assertThat(demo.path("tracks")).hasSize(entries);
    assertThat(Answers.ofTracks(demo, "/position"))
        .isEqualTo(IntStream.range(0, entries).mapToObj(String::valueOf).toList());

    assertThat(Answers.track(demo, 7).path("type").asText()).isEqualTo("unavailable");
    JsonNode local = Answers.track(demo, "No Woman, No Cry");
    assertThat(local.path("type").asText()).isEqualTo("local");
    assertThat(local.path("artists").path(0).asText()).isEqualTo("Fugees (Refugee Camp)");
    assertThat(local.path("duration_ms").asInt()).isEqualTo(273_000);
    assertThat(local.has("deezer")).isFalse();
    assertThat(Answers.track(demo, "Why every record has a number").path("type").asText())
        .isEqualTo("episode");

    assertThat(Answers.ofTracks(demo, "/type").stream().filter("track"::equals))
        .hasSize(entries - 3);
    JsonNode deezer = Answers.section(demo, "deezer");
    int counted = 0;
    for (JsonNode count : deezer) {
      counted += count.asInt();
    }
    assertThat(counted).isEqualTo(entries - 3);
  }

  @Test
  void tellsARepeatedTrackInBothPlaces() {
    JsonNode demo = demo();
    List<JsonNode> places = new ArrayList<>();
    for (JsonNode track : demo.path("tracks")) {
      if (track.path("title").asText().equals("One More Time")) {
        places.add(track);
      }
    }

    assertThat(places).hasSize(2);
    assertThat(places.getFirst().path("deezer")).isEqualTo(places.getLast().path("deezer"));
    assertThat(places.getFirst().path("lastfm")).isEqualTo(places.getLast().path("lastfm"));
  }

  @Test
  void saysHowEachTrackWasFound() {
    JsonNode demo = demo();

    assertThat(found(demo, "Around The World")).isEqualTo("deezer isrc");
    assertThat(found(demo, "Roygbiv")).isEqualTo("deezer-search artist_title");
    assertThat(found(demo, "Insomnia")).isEqualTo("deezer-search artist_title");
    assertThat(found(demo, "Teardrop")).isEqualTo("deezer-via-musicbrainz musicbrainz_isrc");
    assertThat(found(demo, "丸ノ内サディスティック")).isEqualTo("deezer-via-musicbrainz musicbrainz_isrc");
    assertThat(found(demo, "Sapokanikan")).isEqualTo("miss");
    assertThat(Answers.track(demo, "Sapokanikan").at("/deezer/tried")).hasSizeGreaterThan(2);
    assertThat(Answers.track(demo, "Andreaen Sand Dunes").at("/lastfm/status").asText())
        .isEqualTo("miss");
    assertThat(Answers.track(demo, "All I Need").at("/audio_features/status").asText())
        .isEqualTo("miss");
  }

  @Test
  void showsWhatWasFound() {
    JsonNode match = Answers.track(demo(), "Around The World").at("/deezer/data/match");

    assertThat(match.path("title").asText()).isEqualTo("Around The World");
    assertThat(match.path("artists").path(0).asText()).isEqualTo("Daft Punk");
    assertThat(match.path("isrc").asText()).hasSize(12);
    assertThat(match.path("duration_ms").asInt()).isGreaterThan(100_000);
  }

  private static String found(JsonNode demo, String title) {
    JsonNode deezer = Answers.track(demo, title).path("deezer");
    return deezer.path("status").asText().equals("hit")
        ? deezer.at("/data/source").asText() + " " + deezer.at("/data/match/by").asText()
        : deezer.path("status").asText();
  }

  @Test
  void recommendsNothingThatIsThereAlready() {
    JsonNode similar = demo().at("/aggregates/similar_tracks");

    assertThat(similar).isNotEmpty();
    assertThat(similar.findValuesAsText("name"))
        .doesNotContain("Come Together", "Uptown Funk", "\"Heroes\"", "Crazy in Love");
  }

  @Test
  void saysNullWhereNobodyKnows() {
    JsonNode demo = demo();

    JsonNode forgotten = Answers.track(demo, "Harder, Better, Faster, Stronger").at("/deezer/data");
    assertThat(forgotten.path("bpm").isNull()).isTrue();
    assertThat(forgotten.path("release_date").isNull()).isTrue();
    assertThat(forgotten.path("rank").asInt()).isPositive();
    JsonNode undated = Answers.track(demo, "Blue Monday").at("/deezer/data");
    assertThat(undated.path("release_date").isNull()).isTrue();
    assertThat(undated.path("bpm").asDouble()).isEqualTo(130);

    List<String> placeholders = new ArrayList<>();
    for (JsonNode track : demo.path("tracks")) {
      String title = track.path("title").asText();
      for (String section : List.of("deezer", "lastfm")) {
        placeholders(track.path(section).path("data"), title + " " + section, placeholders);
      }
    }
    demo.path("artists")
        .properties()
        .forEach(
            artist -> placeholders(artist.getValue().path("data"), artist.getKey(), placeholders));
    assertThat(placeholders).isEmpty();
  }

  /** Collects the paths of values that only stand for unknown ones. */
  private static void placeholders(JsonNode node, String path, List<String> found) {
    if (node.isContainerNode()) {
      int index = 0;
      for (JsonNode element : node) {
        placeholders(element, path + "/" + index++, found);
      }
    } else if (node.isNumber() && node.asDouble() == 0
        || node.isTextual()
            && (node.asText().isBlank()
                || node.asText().equals("1900-01-01")
                || node.asText().startsWith("0000"))) {
      found.add(path + " is " + node);
    }
  }

  private JsonNode demo() {
    return service.getWhenQuiet(analysis(Simulator.DEMO_PLAYLIST)).json();
  }
}
