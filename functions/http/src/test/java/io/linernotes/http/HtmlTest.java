package io.linernotes.http;

import static io.linernotes.http.Html.plainText;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {

  @Test
  void dropsTagsAndKeepsTheirText() {
    assertThat(plainText("A <b>live</b> set, see <a href=\"https://example.org/?a=1\">here</a>."))
        .isEqualTo("A live set, see here.");
  }

  @Test
  void keepsWhatOnlyLooksLikeATag() {
    assertThat(plainText("I <3 house & 1 < 2 > 0")).isEqualTo("I <3 house & 1 < 2 > 0");
  }

  @Test
  void decodesEntitiesOnce() {
    assertThat(plainText("Rock &amp; roll&#x27;s &#39;best&#39; &quot;&amp;lt;&quot; $1 \\ &copy;"))
        .isEqualTo("Rock & roll's 'best' \"&lt;\" $1 \\ &copy;");
  }

  @Test
  void passesOverEntitiesThatAreNoCharacters() {
    assertThat(plainText("a&#0;b&#x7;c&#9999999;d")).isEqualTo("abcd");
  }

  @Test
  void turnsBreaksIntoLinesAndFoldsSpaces() {
    assertThat(plainText("one<br/>two  three\t four\r\n\r\n\r\n\r\nfive</p>"))
        .isEqualTo("one\ntwo three four\n\nfive");
  }

  @Test
  void hasNothingToSayAboutEmptyText() {
    assertThat(plainText(null)).isNull();
    assertThat(plainText("")).isNull();
    assertThat(plainText(" <p></p> &nbsp;")).isNull();
  }
}
