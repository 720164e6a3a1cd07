package io.linernotes.simulator;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A query in the part of Lucene's language that a recording search uses. */
sealed interface LuceneQuery {

  /** The recording's relevance; 0 when it does not match. */
  double score(Recording recording);

  /** Parses a query; throws {@link BadQuery} if it is invalid. */
  static LuceneQuery parse(String text) {
    return new LuceneParser(text).query();
  }

  /** At least one clause must match; each further match raises the score. */
  record Or(List<LuceneQuery> clauses) implements LuceneQuery {
    @Override
    public double score(Recording recording) {
      return clauses.stream().mapToDouble(clause -> clause.score(recording)).sum();
    }
  }

  /** All clauses must match. */
  record And(List<LuceneQuery> clauses) implements LuceneQuery {
    @Override
    public double score(Recording recording) {
      double sum = 0;
      for (LuceneQuery clause : clauses) {
        double score = clause.score(recording);
        if (score == 0) {
          return 0;
        }
        sum += score;
      }
      return sum;
    }
  }

  /** The clause must not match. */
  record Not(LuceneQuery clause) implements LuceneQuery {
    @Override
    public double score(Recording recording) {
      return clause.score(recording) > 0 ? 0 : 1;
    }
  }

  /** A word or a phrase in a field. */
  record Term(String field, String value) implements LuceneQuery {
    @Override
    public double score(Recording recording) {
      if (value.equals("*")) {
        return 1;
      }
      if (field.equals("isrc")) {
        return recording.isrcs().contains(value.toUpperCase(Locale.ROOT)) ? 2 : 0;
      }
      return values(recording)
          .filter(text -> Text.containsPhrase(text, value))
          .mapToDouble(text -> Text.same(text, value) ? 2 : 1)
          .max()
          .orElse(0);
    }

    private Stream<String> values(Recording recording) {
      return switch (field.toLowerCase(Locale.ROOT)) {
        case "", "recording", "recordingaccent" -> Stream.of(recording.title());
        case "artist", "artistname", "creditname" ->
            Stream.concat(
                recording.artists().stream(), Stream.of(String.join(" ", recording.artists())));
        case "release" -> Stream.of(recording.album());
        case "rid" -> Stream.of(recording.id());
        case "dur" -> Stream.ofNullable(recording.length()).map(String::valueOf);
        default -> Stream.empty();
      };
    }
  }

  /** A number from {@code from} to {@code to}; only lengths are numbers. */
  record Range(String field, long from, long to) implements LuceneQuery {
    @Override
    public double score(Recording recording) {
      Long length = recording.length();
      return field.equals("dur") && length != null && length >= from && length <= to ? 1 : 0;
    }
  }

  /** A query that the search server cannot parse. */
  final class BadQuery extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadQuery(String message) {
      super(message);
    }
  }
}
