package io.linernotes.local.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.jline.utils.WCWidth;
import org.jspecify.annotations.Nullable;

/** Text as a terminal shows it: East Asian characters are two columns wide, accents none. */
final class Text {
  static final String UNKNOWN = "–";

  private static final String ELLIPSIS = "…";

  private Text() {}

  /** How many columns the text takes. */
  static int width(String text) {
    return text.codePoints().map(Text::width).sum();
  }

  private static int width(int character) {
    return Math.max(WCWidth.wcwidth(character), 0);
  }

  /** The text in exactly that many columns, cut or filled on the right. */
  static String left(String text, int columns) {
    var cut = cut(text, columns);
    return cut + " ".repeat(columns - width(cut));
  }

  /** The text in exactly that many columns, cut or filled on the left. */
  static String right(String text, int columns) {
    var cut = cut(text, columns);
    return " ".repeat(columns - width(cut)) + cut;
  }

  /** The text in at most that many columns. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    var kept = new StringBuilder();
    int used = 1;
    for (int character : text.codePoints().toArray()) {
      used += width(character);
      if (used > columns) {
        break;
      }
      kept.appendCodePoint(character);
    }
    return kept.toString().stripTrailing() + ELLIPSIS;
  }

  /** The text without control characters, which a terminal would interpret. */
  static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  /** 1234567 as 1.2M. */
  static String count(double number) {
    if (number < 1_000) {
      return String.valueOf(Math.round(number));
    }
    if (number < 999_500) {
      return shortened(number / 1e3) + "k";
    }
    return number < 999.5e6 ? shortened(number / 1e6) + "M" : shortened(number / 1e9) + "G";
  }

  private static String shortened(double number) {
    return decimal(number, number < 9.95 ? 1 : 0);
  }

  static String decimal(double number, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }

  /** A number without a needless fraction: 1, 2.5. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** A count with its noun: {@code 1 call}, {@code 2 calls}. */
  static String of(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** A duration with its unit: 0.8 s, 41 s, 5 min, 13 h. */
  static String span(Duration span) {
    if (span.toMillis() < 1_000) {
      return span.toMillis() + " ms";
    }
    if (span.toSeconds() < 10) {
      return decimal(span.toMillis() / 1e3, span.toMillisPart() == 0 ? 0 : 1) + " s";
    }
    if (span.toSeconds() < 120) {
      return span.plusMillis(500).toSeconds() + " s";
    }
    return span.toMinutes() < 120
        ? span.plusSeconds(30).toMinutes() + " min"
        : span.plusMinutes(30).toHours() + " h";
  }

  /** A track's length: 4:05. */
  static String length(Duration length) {
    return "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
  }

  static String orUnknown(@Nullable String text) {
    return text == null || text.isBlank() ? UNKNOWN : text;
  }
}
