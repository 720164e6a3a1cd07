package io.linernotes.tagging;

import io.linernotes.track.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides which tags describe the music, and how they are spelt. */
public final class TagVocabulary {

  /** The length limit of a tag, in characters; a longer one is a sentence. */
  private static final int LONGEST = 60;

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /** Matches {@code mark85} and {@code hits2012}, but not {@code 90s} or {@code c64}. */
  private static final Pattern NAME_WITH_NUMBER = Pattern.compile("\\p{L}{3,}[0-9]{2,}");

  private static final Pattern ADDRESS =
      Pattern.compile("^@|@\\S+\\.|\\bhttps?:|\\bwww\\.|\\.(?:com|net|org|ru|de|fm)\\b");

  /** Matches {@code MySpotigramBot} and {@code last_fm_bot}, but not {@code robot}. */
  private static final Pattern BOT = Pattern.compile("^\\S*(?<!ro)bot$", Pattern.CASE_INSENSITIVE);

  private static final String CHARTS = "top40";

  /** Words that make a tag one about the listener. */
  private static final Set<String> PERSONAL = words("i im ive my mine me meine mein mis moje");

  private static final Pattern FAVOURITE =
      Pattern.compile("fav(?:s|es?|ou?rit(?:e[sn]?|a|as|o|os|i)?)?|lieblings?\\p{L}*");

  private static final Set<String> INSULTS =
      words(
          "shit shitty bullshit crap crappy sucks suck sucked worst stupid idiot idiots moron garbage"
              + " rubbish talentless untalented overrated pathetic horrible terrible awful hate whore"
              + " whores slut sluts bitch bitches cunt cunts faggot faggots fag fags retard retarded"
              + " retards wanker wankers asshole assholes dickhead poser posers sellout sellouts noob"
              + " noobs loser losers lame annoying scheisse scheiße merde mierda basura gówno дерьмо"
              + " говно");

  private static final Pattern SWEARING = Pattern.compile("(?:mother)?fuck\\p{L}*");

  /** Verdicts, names of shelves and personal notes, by their keys. */
  private static final Set<TagKey> NOISE =
      keys(
          "seen live",
          "seen live twice",
          "live gesehen",
          "vu en concert",
          "vus en concert",
          "visto en vivo",
          "visti dal vivo",
          "sett live",
          "want to see live",
          "to see live",
          "under 2000 listeners",
          "albums i own",
          "loved",
          "love it",
          "like",
          "liked",
          "like it",
          "best",
          "the best",
          "best ever",
          "best song ever",
          "best songs ever",
          "good",
          "good song",
          "good songs",
          "good music",
          "good stuff",
          "great",
          "great song",
          "great songs",
          "great music",
          "great track",
          "nice",
          "cool",
          "amazing",
          "awesome",
          "perfect",
          "excellent",
          "brilliant",
          "fantastic",
          "wonderful",
          "masterpiece",
          "guilty pleasure",
          "guilty pleasures",
          "bad",
          "boring",
          "check out",
          "to check out",
          "to listen",
          "listen later",
          "wishlist",
          "want",
          "todo",
          "playlist",
          "spotify",
          "itunes",
          "youtube",
          "last fm",
          "lastfm",
          "mp3",
          "music",
          "song",
          "songs",
          "track",
          "tracks",
          "all",
          "misc",
          "other",
          "others",
          "test",
          "none",
          "unknown",
          "untagged",
          "no genre",
          "five stars",
          "5 stars",
          "4 stars",
          "3 stars",
          "10 of 10");

  private TagVocabulary() {}

  /**
   * The tags that describe the music, in order, each once regardless of its spelling.
   *
   * @param names the names of the artists and of the track, which are dropped if used as tags
   */
  public static List<String> told(List<String> tags, Collection<String> names) {
    Set<String> own = new HashSet<>();
    names.forEach(name -> own.add(Names.letters(name)));
    own.remove("");
    Set<TagKey> seen = new HashSet<>();
    List<String> told = new ArrayList<>();
    for (String tag : tags) {
      if (!isJunk(tag) && !own.contains(Names.letters(tag)) && seen.add(TagKey.of(tag))) {
        told.add(spelling(tag));
      }
    }
    return told;
  }

  /** Whether the tag never describes music, regardless of artist and track. */
  public static boolean isJunk(String tag) {
    String folded = Names.normalized(tag);
    return !LETTER.matcher(folded).find()
        || folded.length() > LONGEST
        || isSomebody(folded)
        || WORDS.splitAsStream(folded.replace("'", "")).anyMatch(TagVocabulary::isPersonal)
        || NOISE.contains(TagKey.of(tag));
  }

  /** The tag to show: its most frequent synonym, else the tag as given. */
  public static String spelling(String tag) {
    return Objects.requireNonNullElse(TagKey.of(tag).preferredSpelling(), tag.strip());
  }

  /** Whether it looks like the name of a user, a bot or a site. */
  private static boolean isSomebody(String folded) {
    return ADDRESS.matcher(folded).find()
        || BOT.matcher(folded).matches()
        || (NAME_WITH_NUMBER.matcher(folded.replace("_", "")).matches() && !folded.equals(CHARTS));
  }

  private static boolean isPersonal(String word) {
    return PERSONAL.contains(word)
        || INSULTS.contains(word)
        || FAVOURITE.matcher(word).matches()
        || SWEARING.matcher(word).matches();
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  private static Set<TagKey> keys(String... tags) {
    Set<TagKey> keys = new HashSet<>();
    for (String tag : tags) {
      keys.add(TagKey.of(tag));
    }
    return keys;
  }
}
