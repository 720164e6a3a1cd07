package io.linernotes.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A text split at its outermost brackets, in one pass however deeply they are nested. An unclosed
 * bracket ends with the text, as in titles that were cut; an unopened one is plain text.
 *
 * @param outside the text outside of brackets, with a blank in place of each bracket
 * @param inside the text within each bracket
 */
record Brackets(String outside, List<String> inside) {

  private static final String OPENING = "([{<（［｛【〔《〈「『";
  private static final String CLOSING = ")]}>）］｝】〕》〉」』";

  /** Splits the text; brackets at its beginning count as outside. */
  static Brackets of(String text) {
    int[] ends = ends(text);
    StringBuilder outside = new StringBuilder(text.length());
    List<String> inside = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int end = ends[i];
      if (end == 0) {
        outside.append(text.charAt(i++));
        continue;
      }
      if (outside.isEmpty()) {
        outside.append(text, i, end);
      } else {
        int closed = CLOSING.indexOf(text.charAt(end - 1)) < 0 ? end : end - 1;
        inside.add(text.substring(i + 1, Math.max(i + 1, closed)));
        outside.append(' ');
      }
      i = end;
    }
    return new Brackets(outside.toString(), inside);
  }

  /** For each opening bracket the index after its closing one; 0 at every other character. */
  private static int[] ends(String text) {
    int[] ends = new int[text.length()];
    Deque<Integer> open = new ArrayDeque<>();
    int[] openOfKind = new int[OPENING.length()];
    for (int i = 0; i < text.length(); i++) {
      int opening = OPENING.indexOf(text.charAt(i));
      int closing = CLOSING.indexOf(text.charAt(i));
      if (opening >= 0) {
        open.push(i);
        openOfKind[opening]++;
      } else if (closing >= 0 && openOfKind[closing] > 0) {
        close(text, open, openOfKind, closing, ends, i + 1);
      }
    }
    if (!open.isEmpty() && text.charAt(open.getLast()) != '<') {
      ends[open.getLast()] = text.length();
    }
    return ends;
  }

  /** Closes the last bracket of that kind; those opened after it were never closed. */
  private static void close(
      String text, Deque<Integer> open, int[] openOfKind, int kind, int[] ends, int end) {
    int start;
    int kindOfStart;
    do {
      start = open.pop();
      kindOfStart = OPENING.indexOf(text.charAt(start));
      openOfKind[kindOfStart]--;
    } while (kindOfStart != kind);
    ends[start] = end;
  }
}
