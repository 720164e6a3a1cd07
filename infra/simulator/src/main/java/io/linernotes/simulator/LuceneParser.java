package io.linernotes.simulator;

import io.linernotes.simulator.LuceneQuery.BadQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses Lucene queries: {@code AND}, {@code OR}, {@code NOT}, parentheses, fields, phrases, ranges
 * and escapes. Clauses without an operator between them are alternatives: {@code a b} means {@code
 * a OR b}.
 */
final class LuceneParser {
  private static final Pattern RANGE =
      Pattern.compile("[\\[{]\\s*(\\d+|\\*)\\s+TO\\s+(\\d+|\\*)\\s*[]}]");
  private static final Pattern SUFFIX =
      Pattern.compile("(?:~(?:\\d+(?:\\.\\d+)?)?)?(?:\\^\\d+(?:\\.\\d+)?)?(?=[\\s()]|$)");
  private static final Pattern UNICODE = Pattern.compile("[0-9A-Fa-f]{4}");
  private static final Pattern FIELD = Pattern.compile("[A-Za-z_]+");
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
    if (keyword("NOT")) {
      return new LuceneQuery.Not(primary(field));
    }
    boolean excluded = taken('-');
    if ((excluded || taken('+')) && at < text.length() && Character.isWhitespace(text.charAt(at))) {
      throw bad("a sign without a clause");
    }
    return excluded ? new LuceneQuery.Not(primary(field)) : primary(field);
  }

  private LuceneQuery primary(String field) {
    skipSpace();
    int start = at;
    if (startsWord()) {
      String word = word();
      return taken(':') ? value(field(start)) : term(field, word);
    }
    return value(field);
  }

  /**
   * Parses the value after a field's colon. It cannot begin with another field, but parentheses in
   * it may contain fields.
   */
  private LuceneQuery value(String field) {
    skipSpace();
    if (taken('(')) {
      LuceneQuery inside = or(field);
      expect(')');
      if (at < text.length() && text.charAt(at) == '~') {
        throw bad("a group has no fuzziness");
      }
      skipSuffix();
      return inside;
    }
    if (taken('"')) {
      return phrase(field);
    }
    if (at < text.length() && "[{".indexOf(text.charAt(at)) >= 0) {
      return range(field);
    }
    return term(field, word());
  }

  private boolean startsWord() {
    return at < text.length() && "(\"[{".indexOf(text.charAt(at)) < 0;
  }

  private LuceneQuery term(String field, String word) {
    skipSuffix();
    return new LuceneQuery.Term(field, word);
  }

  /**
   * The name of the field that was just read. It has letters only, as all of MusicBrainz's fields
   * do.
   */
  private String field(int start) {
    String field = text.substring(start, at - 1);
    if (!FIELD.matcher(field).matches()) {
      throw bad("not a field: " + field);
    }
    return field;
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
    if (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
      throw bad("unescaped '" + text.charAt(at) + "'");
    }
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

  /** The next character, unescaped. */
  private char character() {
    char next = text.charAt(at++);
    if (next != '\\') {
      return next;
    }
    if (at == text.length()) {
      throw bad("nothing is escaped");
    }
    char escaped = text.charAt(at++);
    return escaped == 'u' ? unicode() : escaped;
  }

  /** The character of four hexadecimal digits. */
  private char unicode() {
    Matcher digits = UNICODE.matcher(text).region(at, text.length());
    if (!digits.lookingAt()) {
      throw bad("not four hexadecimal digits");
    }
    at = digits.end();
    return (char) Integer.parseInt(digits.group(), 16);
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
    if (at == text.length() || "~^".indexOf(text.charAt(at)) < 0) {
      return;
    }
    Matcher suffix = SUFFIX.matcher(text).region(at, text.length());
    if (!suffix.lookingAt()) {
      throw bad("neither fuzziness nor a boost");
    }
    at = suffix.end();
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
