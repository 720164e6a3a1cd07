package io.linernotes.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A text taken apart at its outermost brackets, in one pass however they are nested. A bracket that
 * nothing closes ends with the text, as in titles that were cut; one that nothing opened is plain
 * text.
 *
 * @param outside what stands outside of brackets, with a blank for each of them
 * @param inside what stands within each of them
 */
record Brackets(String outside, List<String> inside) {

  private static final String OPENING = "([{<（［｛【〔《〈「『";
  private static final String CLOSING = ")]}>）］｝】〕》〉」』";

  /** Takes the text apart; brackets that open it belong to the text. */
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

  /** For each opening bracket where it ends, after its closing one; 0 for everything else. */
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
