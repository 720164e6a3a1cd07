package io.linernotes.enrichment.lastfm;

import io.linernotes.matching.ArtistCredit;
import io.linernotes.matching.Title;
import io.linernotes.track.Names;
import java.lang.Character.UnicodeScript;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether Last.fm's answer is what was asked for. Its autocorrection follows redirects that
 * any user may suggest: {@code Neves} leads to {@code Nenes}, {@code Moby – Hurt} to {@code Johnny
 * Cash}. A correction counts only if it is another spelling: case, accents, punctuation, an
 * article, guests, or a doubled letter in a longer name. Names in different scripts cannot be
 * compared. Then a track's title must agree, and an artist's biography must begin with the name
 * asked for.
 */
final class NameCheck {

  /** How an answer's title relates to the one asked for. */
  enum TitleVerdict {
    SAME,
    /** A version was asked for, and the answer is the plain song. */
    PLAIN_SONG,
    ANOTHER
  }

  private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

  /** In names shorter than this, a doubled letter makes another name: {@code Ana}, {@code Anna}. */
  private static final int LONG = 8;

  /** How many characters of a biography are searched for the artist's other spellings. */
  private static final int FIRST_WORDS = 200;

  private NameCheck() {}

  /** Whether Last.fm's track is the one asked for, or its plain song. */
  static boolean isTrack(Question asked, String artist, String title) {
    return switch (title(asked.title(), title)) {
      case SAME -> isArtist(asked.artist(), artist) || inOtherScripts(asked.artist(), artist);
      case PLAIN_SONG -> isArtist(asked.artist(), artist);
      case ANOTHER -> false;
    };
  }

  /** How the answer's title relates to the one asked for. */
  static TitleVerdict title(String asked, String answered) {
    Title wanted = Title.of(asked);
    Title told = Title.of(answered);
    if (wanted.likenessTo(told).isMatch() || differByADoubledLetter(asked, answered)) {
      return TitleVerdict.SAME;
    }
    return Title.of(wanted.base()).likenessTo(told).isMatch()
        ? TitleVerdict.PLAIN_SONG
        : TitleVerdict.ANOTHER;
  }

  /** Whether both are names of one artist, or one of them is credited first in the other. */
  static boolean isArtist(String asked, String answered) {
    String one = Names.letters(asked);
    String other = Names.letters(answered);
    return !one.equals(other) && single(one).equals(single(other))
        ? single(one).length() >= LONG
        : ArtistCredit.of(List.of(asked)).likenessTo(ArtistCredit.of(List.of(answered))).isSure();
  }

  /**
   * Whether an artist's page belongs to the name asked for.
   *
   * @param bio the page's text, which vouches for a name in another script
   */
  static boolean isArtist(String asked, String answered, @Nullable String bio) {
    return isArtist(asked, answered)
        || (bio != null && inOtherScripts(asked, answered) && begins(bio, asked));
  }

  private static boolean begins(String bio, String name) {
    String letters = Names.letters(name);
    String head = bio.substring(0, Math.min(FIRST_WORDS, bio.length()));
    return letters.length() > 1 && Names.letters(head).contains(letters);
  }

  private static boolean differByADoubledLetter(String one, String other) {
    String letters = single(Names.letters(one));
    return letters.length() >= LONG && letters.equals(single(Names.letters(other)));
  }

  private static String single(String letters) {
    return DOUBLED.matcher(letters).replaceAll("$1");
  }

  private static boolean inOtherScripts(String one, String other) {
    Set<UnicodeScript> scripts = scripts(one);
    Set<UnicodeScript> others = scripts(other);
    return !scripts.isEmpty() && !others.isEmpty() && Collections.disjoint(scripts, others);
  }

  private static Set<UnicodeScript> scripts(String name) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    name.codePoints().filter(Character::isLetter).mapToObj(UnicodeScript::of).forEach(scripts::add);
    scripts.remove(UnicodeScript.COMMON);
    return scripts;
  }
}
