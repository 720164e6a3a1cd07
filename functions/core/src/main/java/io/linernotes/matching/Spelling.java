package io.linernotes.matching;

/** Recognises typing errors. */
final class Spelling {

  /** In shorter words an additional letter makes another word: {@code God}, {@code Good}. */
  private static final int SHORTEST_WORD = 4;

  private Spelling() {}

  /**
   * Whether one name has a letter more than the other, within a word: {@code Goverment} and {@code
   * Shepherd}. A word's first and last letters make other words ({@code Light}, {@code Lights}),
   * and so does another letter in the place of one ({@code Pt. A}, {@code Pt. B}).
   */
  static boolean isSlip(String one, String other) {
    String longer = one.length() > other.length() ? one : other;
    String shorter = one.length() > other.length() ? other : one;
    if (longer.length() != shorter.length() + 1) {
      return false;
    }
    int at = 0;
    while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
      at++;
    }
    return isWithinWord(longer, at)
        && wordLength(shorter, at) >= SHORTEST_WORD
        && longer.startsWith(shorter.substring(at), at + 1);
  }

  private static int wordLength(String text, int at) {
    int end = text.indexOf(' ', at);
    return (end < 0 ? text.length() : end) - (text.lastIndexOf(' ', at - 1) + 1);
  }

  private static boolean isWithinWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && isLetter(text, at - 1)
        && isLetter(text, at)
        && isLetter(text, at + 1);
  }

  private static boolean isLetter(String text, int at) {
    char letter = text.charAt(at);
    return letter >= 'a' && letter <= 'z';
  }
}
