package io.linernotes.enrichment.lastfm;

import io.linernotes.matching.Title;
import io.linernotes.track.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An artist and a title to ask Last.fm for. */
record Question(String artist, String title) {

  /**
   * The questions about a track, in the order in which they are tried until Last.fm has an answer:
   *
   * <ol>
   *   <li>the title without guests, mastering and release words, which Last.fm files apart or not
   *       at all, and the whole artist name;
   *   <li>the same title by the first artist, if the name joins several;
   *   <li>the same without version words: the plain song, which stands in for its versions.
   * </ol>
   */
  static List<Question> about(String artist, String title) {
    Title parsed = Title.of(Fields.singleSpaced(title));
    Set<String> titles = new LinkedHashSet<>(List.of(parsed.plain(), parsed.base()));
    List<Question> questions = new ArrayList<>();
    for (String asked : titles) {
      for (String name : MainArtist.names(Fields.singleSpaced(artist))) {
        questions.add(new Question(name, asked));
      }
    }
    return questions;
  }

  /** Whether these are the same names but for case and white space. */
  boolean isSameAs(Question other) {
    return Names.normalized(artist).equals(Names.normalized(other.artist))
        && Names.normalized(title).equals(Names.normalized(other.title));
  }
}
