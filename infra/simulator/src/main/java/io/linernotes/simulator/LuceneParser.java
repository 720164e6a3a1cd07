package io.linernotes.simulator;

import io.linernotes.simulator.LuceneQuery.BadQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Lucene queries: {@code AND}, {@code OR}, {@code NOT}, parentheses, fields, phrases, ranges
 * and escapes. Clauses side by side are alternatives.
 */
final class LuceneParser {
  private static final Pattern RANGE =
      Pattern.compile("[\\[{]\\s*(\\d+|\\*)\\s+TO\\s+(\\d+|\\*)\\s*[]}]");
  private static final Pattern SUFFIX = Pattern.compile("(?:[~^][\\d.]*)+");
  private static final String FORBIDDEN = "/[]{}^~!&|\"";

  private final String text;
  private int at;

  LuceneParser(String text) {
    this.text = text;
  }

  LuceneQuery query() {
    LuceneQuery query = or("");
    if (at < text.length()) {
      throw bad("unexpected '" + text.charAt(at) + "'");
    }
    return query;
  }

  private LuceneQuery or(String field) {
    List<LuceneQuery> clauses = new ArrayList<>();
    do {
      clauses.add(and(field));
    } while (keyword("OR") || clauseFollows());
    return clauses.size() == 1 ? clauses.getFirst() : new LuceneQuery.Or(clauses);
  }

  private LuceneQuery and(String field) {
    List<LuceneQuery> clauses = new ArrayList<>();
    do {
      clauses.add(unary(field));
    } while (keyword("AND"));
    return clauses.size() == 1 ? clauses.getFirst() : new LuceneQuery.And(clauses);
  }

  private LuceneQuery unary(String field) {
    skipSpace();
    if (keyword("NOT") || taken('-')) {
      return new LuceneQuery.Not(primary(field));
    }
    taken('+');
    return primary(field);
  }

  private LuceneQuery primary(String field) {
    skipSpace();
    if (taken('(')) {
      LuceneQuery inside = or(field);
      expect(')');
      skipSuffix();
      return inside;
    }
    if (taken('"')) {
      return phrase(field);
    }
    if (at < text.length() && "[{".indexOf(text.charAt(at)) >= 0) {
      return range(field);
    }
    String word = word();
    if (taken(':')) {
      return primary(word);
    }
    skipSuffix();
    return new LuceneQuery.Term(field, word);
  }

  private LuceneQuery phrase(String field) {
    StringBuilder phrase = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      phrase.append(character());
    }
    expect('"');
    skipSuffix();
    return new LuceneQuery.Term(field, phrase.toString());
  }

  private LuceneQuery range(String field) {
    Matcher range = RANGE.matcher(text).region(at, text.length());
    if (!range.lookingAt()) {
      throw bad("not a range");
    }
    at = range.end();
    return new LuceneQuery.Range(
        field, bound(range.group(1), Long.MIN_VALUE), bound(range.group(2), Long.MAX_VALUE));
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    while (at < text.length() && !endsWord(text.charAt(at))) {
      if (FORBIDDEN.indexOf(text.charAt(at)) >= 0) {
        throw bad("unescaped '" + text.charAt(at) + "'");
      }
      word.append(character());
    }
    if (word.isEmpty() || List.of("AND", "OR", "NOT").contains(word.toString())) {
      throw bad("a term is missing");
    }
    return word.toString();
  }

  /** The next character, an escaped one for itself. */
  private char character() {
    char next = text.charAt(at++);
    if (next != '\\') {
      return next;
    }
    if (at == text.length()) {
      throw bad("nothing is escaped");
    }
    return text.charAt(at++);
  }

  private boolean keyword(String keyword) {
    skipSpace();
    int end = at + keyword.length();
    boolean here =
        text.startsWith(keyword, at)
            && (end == text.length() || " (\"".indexOf(text.charAt(end)) >= 0);
    at = here ? end : at;
    return here;
  }

  private boolean clauseFollows() {
    skipSpace();
    return at < text.length() && text.charAt(at) != ')' && !text.startsWith("AND ", at);
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void skipSuffix() {
    Matcher suffix = SUFFIX.matcher(text).region(at, text.length());
    if (suffix.lookingAt()) {
      at = suffix.end();
    }
  }

  private boolean taken(char wanted) {
    boolean here = at < text.length() && text.charAt(at) == wanted;
    at += here ? 1 : 0;
    return here;
  }

  private void expect(char wanted) {
    skipSpace();
    if (!taken(wanted)) {
      throw bad("'" + wanted + "' is missing");
    }
  }

  private static boolean endsWord(char next) {
    return Character.isWhitespace(next) || "():~^".indexOf(next) >= 0;
  }

  private static long bound(String text, long open) {
    return text.equals("*") ? open : Long.parseLong(text);
  }

  private BadQuery bad(String message) {
    return new BadQuery(message + " at " + at + " in: " + text);
  }
}
