package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldFilterTest {
  private static final Map<String, Object> PLAYLIST =
      Json.object(
          "id",
          "p",
          "snapshot_id",
          "s",
          "tracks",
          Json.object(
              "total",
              2,
              "items",
              List.of(Json.object("track", Json.object("id", "t", "name", "n")))));

  @Test
  void keepsWhatIsNamed() {
    assertThat(kept("snapshot_id,nothing")).isEqualTo(Map.of("snapshot_id", "s"));
  }

  @Test
  void followsDotsAndParentheses() {
    Object expected =
        Map.of("tracks", Map.of("total", 2, "items", List.of(Map.of("track", Map.of("id", "t")))));

    assertThat(kept("tracks(total,items(track(id)))")).isEqualTo(expected);
    assertThat(kept("tracks.total,tracks.items.track.id")).isEqualTo(expected);
  }

  private static Map<String, Object> kept(String fields) {
    return FieldFilter.parse(fields).kept(PLAYLIST);
  }
}
