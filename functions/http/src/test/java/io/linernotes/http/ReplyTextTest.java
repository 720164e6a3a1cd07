package io.linernotes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplyTextTest {

  @Test
  void standsOnOneLine() {
    assertThat(ReplyText.line(" Come\r\n\tTogether \u0000 ")).isEqualTo("Come Together");
    assertThat(ReplyText.line("東京\u3000事変")).isEqualTo("東京\u3000事変");
    assertThat(ReplyText.line(" \n\u0007 ")).isNull();
    assertThat(ReplyText.line(null)).isNull();
  }

  @Test
  void cutsAnEndlessTextBetweenCharacters() {
    assertThat(ReplyText.line("𝄞".repeat(10_000))).hasSize(ReplyText.LONGEST).endsWith("𝄞");
  }

  @Test
  void readsEndlessBlanksAtOnce() {
    String endless = "a" + " ".repeat(5_000_000) + "b";

    assertTimeout(
        Duration.ofSeconds(1), () -> assertThat(ReplyText.line(endless)).isEqualTo("a b"));
  }
}
