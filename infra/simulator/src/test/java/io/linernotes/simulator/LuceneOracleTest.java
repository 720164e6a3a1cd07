package io.linernotes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.property.Cases;
import io.linernotes.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.junit.jupiter.api.Test;

/**
 * Lucene's own parser as the oracle: the simulated search reads the same terms in the same fields,
 * and accepts no query that Lucene refuses.
 */
class LuceneOracleTest {

  @Test
  void readsTheSameTermsAsLucene() {
    Property.holds(
        cases -> {
          String query = query(cases, 2);

          assertThat(terms(query)).hasValue(luceneTerms(query).orElseThrow());
        });
  }

  @Test
  void acceptsNoQueryThatLuceneRefuses() {
    Property.holds(
        5_000,
        cases -> {
          String query = mutated(cases, query(cases, 2));

          terms(query).ifPresent(terms -> assertThat(luceneTerms(query)).hasValue(terms));
        });
  }

  private static String query(Cases cases, int depth) {
    return switch (cases.integer(0, depth == 0 ? 2 : 6)) {
      case 0 -> field(cases) + '"' + escapedPhrase(cases.text(12)) + '"';
      case 1 -> field(cases) + QueryParser.escape(word(cases));
      case 2 -> "dur:[" + cases.integer(0, 9_999) + " TO " + cases.integer(0, 9_999) + "]";
      case 3 -> "(" + query(cases, depth - 1) + ")";
      case 4 -> query(cases, depth - 1) + " AND " + query(cases, depth - 1);
      case 5 -> query(cases, depth - 1) + " OR " + query(cases, depth - 1);
      default -> query(cases, depth - 1) + " " + query(cases, depth - 1);
    };
  }

  private static String field(Cases cases) {
    return cases.oneOf("", "recording:", "artist:", "isrc:");
  }

  private static String escapedPhrase(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** A word that is no operator, of the characters that mean something in queries, and others. */
  private static String word(Cases cases) {
    String word = cases.text(8, '!', '~');
    return "x" + word;
  }

  /** The query with a special character put in, or one character taken out. */
  private static String mutated(Cases cases, String query) {
    int at = cases.integer(0, query.length() - 1);
    String special =
        cases.oneOf(
            "", "\"", "\\", "(", ")", "[", "]", "{", "}", ":", "/", "!", "^", "~", "+", "-", "*",
            "?", "&&", "||", " AND ", " OR ", " NOT ", " TO ", " ");
    return query.substring(0, at) + special + query.substring(special.isEmpty() ? at + 1 : at);
  }

  /** What the simulator reads; empty when it refuses the query. */
  private static Optional<List<String>> terms(String query) {
    try {
      List<String> terms = new ArrayList<>();
      collect(LuceneQuery.parse(query), terms);
      return Optional.of(terms);
    } catch (LuceneQuery.BadQuery e) {
      return Optional.empty();
    }
  }

  private static void collect(LuceneQuery query, List<String> terms) {
    switch (query) {
      case LuceneQuery.Or or -> or.clauses().forEach(clause -> collect(clause, terms));
      case LuceneQuery.And and -> and.clauses().forEach(clause -> collect(clause, terms));
      case LuceneQuery.Not not -> collect(not.clause(), terms);
      case LuceneQuery.Term term -> terms.add(term.field() + "=" + inUtf8(term.value()));
      case LuceneQuery.Range range ->
          terms.add(range.field() + "=" + range.from() + ".." + range.to());
    }
  }

  /** Half a surrogate pair has no UTF-8, in which Lucene keeps its terms. */
  private static String inUtf8(String text) {
    return text.replaceAll("\\p{Cs}", "\uFFFD");
  }

  /** What Lucene reads; empty when it refuses the query. */
  private static Optional<List<String>> luceneTerms(String query) {
    try {
      QueryParser parser = new QueryParser("", new KeywordAnalyzer());
      parser.setAllowLeadingWildcard(true);
      parser.setSplitOnWhitespace(true);
      List<String> terms = new ArrayList<>();
      collect(parser.parse(query), terms);
      return Optional.of(terms);
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static void collect(Query query, List<String> terms) {
    switch (query) {
      case BooleanQuery all -> all.clauses().forEach(clause -> collect(clause.query(), terms));
      case BoostQuery boosted -> collect(boosted.getQuery(), terms);
      case TermQuery term -> terms.add(text(term.getTerm()));
      case FuzzyQuery fuzzy -> terms.add(text(fuzzy.getTerm()));
      case PrefixQuery prefix -> terms.add(text(prefix.getPrefix()) + "*");
      // A wildcard query still holds its escapes.
      case WildcardQuery wildcard ->
          terms.add(text(wildcard.getTerm()).replaceAll("(?s)\\\\(.)", "$1"));
      case PhraseQuery phrase -> terms.add(text(phrase.getTerms()[0]));
      case TermRangeQuery range ->
          terms.add(
              "%s=%s..%s"
                  .formatted(
                      range.getField(),
                      Long.parseLong(range.getLowerTerm().utf8ToString()),
                      Long.parseLong(range.getUpperTerm().utf8ToString())));
      default -> terms.add(String.valueOf(query));
    }
  }

  private static String text(Term term) {
    return term.field() + "=" + term.text();
  }
}
