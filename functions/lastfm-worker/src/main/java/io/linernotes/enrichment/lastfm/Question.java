package io.linernotes.enrichment.lastfm;

import io.linernotes.matching.Title;
import io.linernotes.track.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that Last.fm is asked by. */
record Question(String artist, String title) {

  /**
   * The questions about a track, the next one for when Last.fm has nothing under the one before:
   *
   * <ol>
   *   <li>as it is, without guests, mastering and packaging, which Last.fm files apart or not at
   *       all;
   *   <li>where several artists are joined in one name, under the first;
   *   <li>without the version words: the plain song, which stands for its versions.
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
