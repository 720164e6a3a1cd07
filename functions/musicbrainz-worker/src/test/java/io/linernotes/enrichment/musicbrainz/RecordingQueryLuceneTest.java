package io.linernotes.enrichment.musicbrainz;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.matching.ArtistCredit;
import io.linernotes.matching.Phrase;
import io.linernotes.matching.Title;
import io.linernotes.property.Property;
import io.linernotes.track.Artist;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lucene's own parser reads the names in the queries back unchanged. */
class RecordingQueryLuceneTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AC/DC",
        "\"Heroes\"",
        "Hey Ya!",
        "C:\\Music",
        "back\\",
        "1 + 1 = 2",
        "What? (No) [Way] {Out}",
        "A && B || C",
        "title:other",
        "OR",
        "-- ** ~~ ^^",
        "宇多田ヒカル"
      })
  void readsAwkwardNamesAsTheyAre(String name) throws ParseException {
    assertThat(parsed(RecordingQuery.quoted(name))).isEqualTo(List.of("any=" + Phrase.of(name)));
  }

  @Test
  void readsEveryQueryAsOneClausePerTrack() {
    Property.holds(
        cases -> {
          List<Track> tracks =
              cases.list(
                  RecordingQuery.MOST_TRACKS,
                  () -> track(cases.text(1, 40), cases.text(1, 40), cases.integer(0, 1_000)));
          cases.assume(!tracks.isEmpty());

          assertThat(parsed(RecordingQuery.of(tracks).lucene()))
              .isEqualTo(tracks.stream().flatMap(track -> expected(track).stream()).toList());
        });
  }

  private static Track track(String title, String artist, int seconds) {
    return Track.of(null, null, title, List.of(Artist.named(artist)), Duration.ofSeconds(seconds));
  }

  private static List<String> expected(Track track) {
    List<String> titles = Title.of(String.valueOf(track.title())).searchNames();
    List<String> artists = ArtistCredit.of(List.of(track.mainArtist().orElseThrow())).searchNames();
    long millis = requireNonNull(track.duration()).toMillis();
    return Stream.of(
            alternatives("recording", titles),
            alternatives("artist", artists),
            Stream.of("dur=" + Math.max(0, millis - 4_000) + ".." + (millis + 4_000)))
        .flatMap(terms -> terms)
        .toList();
  }

  private static Stream<String> alternatives(String field, List<String> names) {
    return names.stream()
        .limit(3)
        .map(Phrase::of)
        .distinct()
        .map(name -> field + "=" + phrase(name));
  }

  /** Lucene stores terms in UTF-8, which cannot hold half a surrogate pair. */
  private static String phrase(String name) {
    return Phrase.of(name).replaceAll("\\p{Cs}", "\uFFFD");
  }

  private static List<String> parsed(String query) {
    try {
      List<String> terms = new ArrayList<>();
      collect(new QueryParser("any", new KeywordAnalyzer()).parse(query), terms);
      return terms;
    } catch (ParseException e) {
      throw new AssertionError(query, e);
    }
  }

  private static void collect(Query query, List<String> terms) {
    switch (query) {
      case BooleanQuery all -> all.clauses().forEach(clause -> collect(clause.query(), terms));
      case TermQuery term -> terms.add(term.getTerm().field() + "=" + term.getTerm().text());
      case TermRangeQuery range ->
          terms.add(
              "%s=%s..%s"
                  .formatted(
                      range.getField(),
                      range.getLowerTerm().utf8ToString(),
                      range.getUpperTerm().utf8ToString()));
      default -> throw new AssertionError("unexpected: " + query);
    }
  }
}
