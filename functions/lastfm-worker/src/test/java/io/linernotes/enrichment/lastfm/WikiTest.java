package io.linernotes.enrichment.lastfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.linernotes.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WikiTest {

  @Test
  void dropsTheLinkBack() {
    assertThat(text("A song. <a href='https://www.last.fm/x'>Read more on Last.fm</a>"))
        .isEqualTo("A song.");
    assertThat(
            text(
                "A song.\\n\\nRead more about Björk on <a href='https://www.last.fm/x'>Last.fm</a>."))
        .isEqualTo("A song.");
    assertThat(
            text(
                "A song. <a href='x'>Read more on Last.fm</a>. User-contributed text is available"
                    + " under the Creative Commons By-SA License; additional terms may apply."))
        .isEqualTo("A song.");
  }

  @Test
  void keepsOtherLinksAsText() {
    assertThat(text("By <a href='https://www.last.fm/music/U2'>U2</a>, 1987."))
        .isEqualTo("By U2, 1987.");
  }

  @Test
  void hasNothingToSayIfOnlyTheLinkBackIsThere() {
    assertThat(text(" <a href='https://www.last.fm/x'>Read more on Last.fm</a>")).isNull();
    assertThat(text("")).isNull();
  }

  @Test
  void endsALongTextWithASentence() {
    String text = text("This is a sentence of some length. ".repeat(60));

    assertThat(text).hasSizeBetween(900, Wiki.LONGEST).endsWith("of some length.");
  }

  @Test
  void endsALongSentenceWithAWord() {
    assertThat(text("word ".repeat(400))).hasSizeLessThanOrEqualTo(Wiki.LONGEST).endsWith("word…");
  }

  @Test
  void splitsNoCharacter() {
    String text = text("x" + "𝄞".repeat(800));

    assertThat(text).hasSizeLessThanOrEqualTo(Wiki.LONGEST).endsWith("𝄞…");
  }

  @Test
  void readsEndlessBlanksAtOnce() {
    String summary = "Words" + " ".repeat(60_000) + "<a href='x'>Read more on Last.fm</a>";

    assertTimeout(Duration.ofSeconds(1), () -> assertThat(text(summary)).isEqualTo("Words"));
  }

  private static @Nullable String text(String summary) {
    String body = "{\"summary\":\"" + summary + "\",\"published\":\"01 Jan 1970, 00:00\"}";
    return Wiki.text(Json.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow());
  }
}
