package io.linernotes.http;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The little HTML that providers put into texts: biographies, playlist descriptions. */
public final class Html {

  private static final int LONGEST = 20_000;

  private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/p|/div|/li)\\b[^<>]*>");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\u00A0]+");
  private static final Pattern SPACED_BREAK = Pattern.compile(" ?\\R ?");
  private static final Pattern BREAKS = Pattern.compile("\\n{3,}");

  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private Html() {}

  /**
   * The text without tags, its entities decoded, its white space tidied; null if nothing is left.
   */
  public static @Nullable String plainText(@Nullable String html) {
    if (html == null) {
      return null;
    }
    String text = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    text = BREAK.matcher(text).replaceAll("\n");
    text = TAG.matcher(text).replaceAll("");
    text = ENTITY.matcher(text).replaceAll(entity -> quoted(decoded(entity)));
    text = SPACES.matcher(text).replaceAll(" ");
    text = SPACED_BREAK.matcher(text).replaceAll("\n");
    text = BREAKS.matcher(text).replaceAll("\n\n").strip();
    return text.isEmpty() ? null : text;
  }

  /** The character that the entity stands for; an unknown entity is kept as it is. */
  private static String decoded(MatchResult entity) {
    if (entity.group(3) != null) {
      return NAMED.getOrDefault(entity.group(3), entity.group());
    }
    int point =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1))
            : Integer.parseInt(entity.group(2), 16);
    return Character.isValidCodePoint(point) && !Character.isISOControl(point)
        ? Character.toString(point)
        : "";
  }

  private static String quoted(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }
}
