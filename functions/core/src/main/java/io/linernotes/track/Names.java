package io.linernotes.track;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalises names of artists and tracks, to compare, hash and search by them. */
public final class Names {

  /** White space of every script, and control characters. */
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\p{Cntrl}]+", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036F]");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
  private static final char UNIT_SEPARATOR = '\u001F';
  private static final int HASH_LENGTH = 32;

  private Names() {}

  /**
   * The name as it is sent to providers: in Unicode's compatibility form (NFKC), with white space
   * and control characters folded into single spaces and its case kept. {@code Ｄａｆｔ　Ｐｕｎｋ} has the
   * key of {@code Daft Punk}, and so it asks the same question.
   */
  public static String asked(String name) {
    return isPlain(name)
        ? name.strip()
        : Normalizer.normalize(
            blanksFolded(Normalizer.normalize(name, Normalizer.Form.NFKC)), Normalizer.Form.NFKC);
  }

  /**
   * The name as it is compared and hashed: as {@link #asked}, and case-folded. Letters of every
   * script are kept: {@code 花束} and {@code 丸内} stay two names.
   */
  public static String normalized(String name) {
    if (isPlain(name)) {
      return name.toLowerCase(Locale.ROOT).strip();
    }
    String composed = asked(name);
    // Lower, upper and lower case again is full case folding: ẞ and ß meet SS, final sigma sigma.
    String folded =
        composed
            .toLowerCase(Locale.ROOT)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT)
            .replace('ς', 'σ');
    return blanksFolded(Normalizer.normalize(folded, Normalizer.Form.NFKC));
  }

  private static String blanksFolded(String name) {
    return BLANKS.matcher(name).replaceAll(" ").strip();
  }

  /**
   * The text without accents. Combining marks of other scripts stay, since they distinguish
   * letters.
   */
  public static String unaccented(String text) {
    return Normalizer.normalize(
        ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll(""),
        Normalizer.Form.NFC);
  }

  /**
   * The letters and digits of a name without case and accents, to find spellings of the same name:
   * {@code AC/DC} and {@code acdc}. Empty for a name of symbols only.
   */
  public static String letters(String name) {
    return NO_LETTERS.matcher(unaccented(normalized(name))).replaceAll("");
  }

  /**
   * Whether the name is printable ASCII without double spaces, so that only its case needs folding.
   * Most names are, so this fast path saves time on large playlists.
   */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && i > 0 && name.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  /** The normalised fields joined by U+001F, which no normalised field contains. */
  public static String joined(String... fields) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        joined.append(UNIT_SEPARATOR);
      }
      joined.append(normalized(fields[i]));
    }
    return joined.toString();
  }

  /** The first 32 hex digits of the SHA-256 of the {@linkplain #joined joined} fields. */
  public static String hash(String... fields) {
    byte[] digest = sha256().digest(joined(fields).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
  }

  /** The text cut to 40 characters and an ellipsis, for messages. */
  public static String abbreviated(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
