package io.linernotes.enrichment.lastfm;

import io.linernotes.track.Names;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names and pages that stand for no artist. Last.fm files whatever players send: compilations under
 * {@code Various Artists} in every language, files without tags under {@code [unknown]} (2.7
 * million listeners), misspellings under pages whose notes say that there is no such artist.
 */
final class NonArtists {

  private static final Set<String> NOBODY =
      letters(
          "unknown",
          "unknown artist",
          "artist unknown",
          "no artist",
          "unbekannt",
          "unbekannter künstler",
          "unbekannter interpret",
          "inconnu",
          "artiste inconnu",
          "desconocido",
          "artista desconocido",
          "desconhecido",
          "artista desconhecido",
          "sconosciuto",
          "artista sconosciuto",
          "onbekend",
          "onbekende artiest",
          "okänd",
          "okänd artist",
          "ukjent artist",
          "ukendt kunstner",
          "tuntematon",
          "tuntematon artisti",
          "nieznany",
          "nieznany wykonawca",
          "neznámý interpret",
          "ismeretlen előadó",
          "artist necunoscut",
          "bilinmeyen sanatçı",
          "неизвестен",
          "неизвестный исполнитель",
          "неизвестно",
          "невідомий виконавець",
          "άγνωστος καλλιτέχνης",
          "不明なアーティスト",
          "不明",
          "未知艺术家",
          "未知艺人",
          "未知歌手",
          "未知藝術家",
          "未知演出者",
          "알 수 없는 아티스트",
          "various",
          "various artist",
          "various artists",
          "various performers",
          "multiple artists",
          "verschiedene",
          "verschiedene interpreten",
          "verschiedene künstler",
          "diverse",
          "diverse interpreten",
          "diverse künstler",
          "diverse artister",
          "diverse artiesten",
          "diverse kunstnere",
          "divers",
          "artistes divers",
          "artistes variés",
          "artistas varios",
          "varios artistas",
          "varios",
          "artistas vários",
          "vários artistas",
          "vários intérpretes",
          "artisti vari",
          "vari artisti",
          "autori vari",
          "różni wykonawcy",
          "různí interpreti",
          "különböző előadók",
          "çeşitli sanatçılar",
          "eri esittäjiä",
          "blandade artister",
          "разные исполнители",
          "различные исполнители",
          "сборник",
          "різні виконавці",
          "διάφοροι καλλιτέχνες",
          "διάφοροι",
          "ヴァリアス・アーティスト",
          "ヴァリアスアーティスツ",
          "オムニバス",
          "群星",
          "华语群星",
          "合輯",
          "여러 아티스트",
          "v.a.",
          "traditional");

  /**
   * MusicBrainz's special purpose artists. They count only in brackets, because the bare words are
   * also names of bands.
   */
  private static final Set<String> NOBODY_IN_BRACKETS =
      letters(
          "anonymous",
          "data",
          "dialogue",
          "church chimes",
          "christmas music",
          "language instruction",
          "nature sounds",
          "news report",
          "soundtrack",
          "theatre",
          "untitled",
          "none",
          "n/a",
          "null");

  private static final Pattern BRACKETED = Pattern.compile("[\\[<(].*[])>]", Pattern.DOTALL);

  /**
   * A note counts only if it begins within this many characters; further down it is about
   * misspellings of a real artist's name.
   */
  private static final int BEGINNING = 200;

  /** Such notes, in each language in which they were seen. */
  private static final Pattern DISOWNED =
      Pattern.compile(
          "\\b(?:incorrect|wrong|invalid|erroneous|bad|mistaken) (?:artist )?tag(?: for|\\b.{0,40}"
              + "\\bcorrect)|\\bnon-?artist\\b|\\b(?:is|are) not an? (?:\\w+ )?artists?\\b"
              + "|\\bisn'?t an? (?:\\w+ )?artist\\b|\\bnot a real (?:artist|band)\\b"
              + "|\\bthis artist does(?: not|n'?t) exist\\b"
              + "|\\b(?:correct|fix) your (?:id3 )?tags\\b"
              + "|\\b(?:falscher|fehlerhafter) tag\\b|\\bfalsch getaggt\\b"
              + "|\\bkein (?:echter )?(?:künstler|interpret|musiker)\\b"
              + "|\\b(?:tag|étiquette) (?:incorrecte?|erronée?)\\b|\\bmauvais(?:e)? (?:tag|étiquette)\\b"
              + "|\\bn'est pas un artiste\\b"
              + "|\\b(?:etiqueta|tag) (?:incorrect[ao]|equivocad[ao]|incorret[ao]|errad[ao]|errat[ao]"
              + "|sbagliat[ao])\\b|\\bno es un artista\\b|\\bnão é um artista\\b"
              + "|\\bnon è un artista\\b|\\bgeen artiest\\b|\\b(?:foute|verkeerde|onjuiste) tag\\b"
              + "|\\b(?:felaktig tagg|feil tag|forkert tag|väärä tagi|virheellinen tagi)\\b"
              + "|\\b(?:inte en|ikke en) artist\\b|\\bei ole artisti\\b"
              + "|\\b(?:błędny|nieprawidłowy|niepoprawny|zły) tag\\b|\\bto nie (?:jest )?artysta\\b"
              + "|\\b(?:неправильный|неверный|некорректный|ошибочный) тег\\b"
              + "|\\bне исполнитель\\b|\\bне является исполнителем\\b"
              + "|\\byanlış etiket\\b|\\bsanatçı değil"
              + "|誤ったタグ|間違ったタグ|アーティストではありません|错误的?标签|錯誤的?標籤|잘못된 태그",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private NonArtists() {}

  /** Whether the name stands for no artist. */
  static boolean isNobody(String name) {
    String letters = Names.letters(name);
    return NOBODY.contains(letters)
        || (BRACKETED.matcher(name.strip()).matches() && NOBODY_IN_BRACKETS.contains(letters));
  }

  /** Whether a page's notes begin by saying that there is no such artist. */
  static boolean isDisowned(@Nullable String notes) {
    return notes != null
        && DISOWNED.matcher(notes).region(0, Math.min(BEGINNING, notes.length())).find();
  }

  private static Set<String> letters(String... names) {
    Set<String> letters = new HashSet<>();
    for (String name : names) {
      letters.add(Names.letters(name));
    }
    return letters;
  }
}
