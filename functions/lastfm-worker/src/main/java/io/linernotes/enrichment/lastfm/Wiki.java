package io.linernotes.enrichment.lastfm;

import io.linernotes.http.Html;
import io.linernotes.json.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a wiki page or biography: HTML that ends in a link back to Last.fm. An unwritten page has
 * an empty summary and the date 1 January 1970; the date is not read.
 */
final class Wiki {

  /** The longest text, in characters. */
  static final int LONGEST = 1_000;

  /** The most HTML that is searched, in characters; no real summary is longer. */
  private static final int LONGEST_HTML = 20_000;

  private static final Pattern TAIL =
      Pattern.compile(
          "(?is)(?:<a\\b[^<>]*>\\s*Read more (?:on|about) [^<>]{0,300}</a>"
              + "|Read more about [^<>]{0,300} on <a\\b[^<>]*>\\s*Last\\.fm\\s*</a>"
              + "|User-contributed text is available under).*");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][\"'”’)]*(?=\\s)|[。！？]");

  private Wiki() {}

  /** The summary as plain text of bounded length, cut at the end of a sentence, else of a word. */
  static @Nullable String text(Json wiki) {
    String html = wiki.text("summary");
    if (html == null) {
      return null;
    }
    String head = html.substring(0, Math.min(LONGEST_HTML, html.length()));
    String text = Html.plainText(TAIL.matcher(head).replaceFirst(""));
    return text == null || text.length() <= LONGEST ? text : shortened(text);
  }

  private static String shortened(String text) {
    String head = text.substring(0, LONGEST);
    int end = 0;
    for (Matcher sentence = SENTENCE_END.matcher(head); sentence.find(); ) {
      end = sentence.end();
    }
    if (end > LONGEST / 2) {
      return head.substring(0, end);
    }
    int space = head.lastIndexOf(' ');
    int cut = space > LONGEST / 2 ? space : whole(head, LONGEST - 1);
    return head.substring(0, cut) + "…";
  }

  /** The length, or one less if it would split a surrogate pair. */
  private static int whole(String text, int length) {
    return Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
  }
}
