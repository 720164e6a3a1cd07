package io.linernotes.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A qualifier means the same in brackets of any kind and after a dash. */
class QualifierKindsTest {

  private static final Title PLAIN = Title.of("Vienna");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Remastered",
        "Re-Mastered",
        "Remaster 2008",
        "2008 - Remaster",
        "Remastered 2008",
        "Remastered in 2008",
        "Remastered Version",
        "2008 Remastered Version",
        "2008 Digital Remaster",
        "Digital Remaster 08",
        "Digitally Remastered",
        "Digital Master",
        "24-Bit Digitally Remastered 04",
        "24 Bit Remaster",
        "Half Speed Remaster",
        "Rudy Van Gelder Remaster 2006",
        "1981 Wilson Remaster",
        "Mono",
        "Stereo Version",
        "Mono / Remastered",
        "2008 Mono Remaster",
        "5.1 Mix",
        "Dolby Atmos",
        "Remasterizado 2008",
        "Remasterizada em 2008",
        "Remasterisé en 2008",
        "Rimasterizzato 2008",
        "Remastrad 2008",
        "Ремастер 2008",
        "リマスター",
        "리마스터",
        "feat. Somebody",
        "feat.Somebody & Somebody Else",
        "Ft. Somebody",
        "featuring Somebody",
        "f/ Somebody",
        "with Somebody",
        "with The Roots",
        "w/ Somebody",
        "con Somebody",
        "avec Somebody",
        "mit Somebody",
        "Prod. Somebody",
        "Produced by Somebody",
      })
  void masteringGuestsAndMakersSayNothing(String text) {
    assertThat(likenesses(text)).containsOnly(Likeness.EXACT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Album Version",
        "LP Version",
        "Original Mix",
        "Original",
        "The Original",
        "Original Version 1980",
        "Deluxe Edition",
        "Super Deluxe",
        "Expanded Edition",
        "Expanded and Remastered",
        "Legacy Edition",
        "Collector's Edition",
        "50th Anniversary Edition",
        "Édition Spéciale",
        "Bonus Track",
        "Bonus Track Version",
        "Japanese Bonus Track",
        "Hidden Track",
        "Pre-Order Track",
        "released 1980",
        "Explicit",
        "Clean Version",
        "Official Video",
        "Official Music Video",
        "Official Lyric Video HD",
        "Official Audio",
        "Official Visualizer",
        "Clip Officiel",
        "Video Oficial",
        "Offizielles Video",
        "Videoclip ufficiale",
        "Официальный клип",
        "MV",
        "Lyrics",
        "From \"The Third Man\"",
        "From The Third Man",
        "From \"The Third Man\"/Soundtrack Version",
        "Theme from The Third Man",
        "Music from the Motion Picture",
        "Original Motion Picture Soundtrack",
        "OST",
        "aus \"Der dritte Mann\"",
        "De la película \"El tercer hombre\"",
        "Bande originale du film",
        "Из фильма «Третий человек»",
        "电视剧主题曲",
      })
  void releasesFilesAndFilmsAreOfTheSameRecording(String text) {
    assertThat(likenesses(text)).containsOnly(Likeness.SIMILAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Radio Edit",
        "Radio Version",
        "Single Version",
        "Single Edit",
        "Short Version",
        "Edit",
        "7\" Version",
        "Movie Ver.",
        "Video Edit",
        "1980",
        "Die Nacht am Prater",
        "Prater",
      })
  void cutsAndUnknownWordsNeedADuration(String text) {
    assertThat(likeness("Vienna - " + text)).isEqualTo(Likeness.UNSURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Live",
        "Live at St. David's Hall",
        "Live / Remastered",
        "In Concert",
        "Konzertversion",
        "En Vivo",
        "Ao Vivo em Lisboa",
        "Dal vivo",
        "Na żywo",
        "концерт",
        "ライブ",
        "现场版",
        "演唱會",
        "라이브",
        "BBC TV 12.03.1971",
        "Top of the Pops, July 1980",
        "Recorded at Hansa Studios Berlin",
        "BBC Session",
        "Acoustic",
        "Acústico",
        "Acoustique",
        "Akustikversion",
        "MTV Unplugged",
        "アコースティック",
        "inst",
        "Inst.",
        "Instrumental Version",
        "Off Vocal",
        "伴奏",
        "インスト",
        "Karaoke",
        "Karaokeversion",
        "Playback",
        "Backing Track",
        "Minus One",
        "MR",
        "カラオケ",
        "卡拉OK",
        "Originally Performed by Somebody",
        "In the Style of Somebody",
        "Cover",
        "Somebody Cover",
        "翻唱",
        "Demo",
        "Early Demo",
        "Take 3",
        "Takes 4, 5 And 6",
        "Alternate Version",
        "Outtake",
        "Remix",
        "Somebody Remix",
        "Somebody Rmx",
        "Somebody Re-Work",
        "Somebody Refix",
        "Somebody Bootleg",
        "Somebody Flip",
        "Somebody VIP",
        "Somebody's Edit",
        "Somebody feat. Somebody Else Remix",
        "Somebody Radio Edit",
        "Vault Edit 03",
        "Somebody Vocal",
        "2021 Mix",
        "Ремикс",
        "リミックス",
        "Dub Version",
        "Bonus Beats",
        "Mixed",
        "Medley",
        "Extended",
        "Extended Mix",
        "Long Version",
        "12\" Mix",
        "12 Inch Version",
        "10 Minute Version",
        "10 Hours",
        "Sped Up",
        "speed up",
        "Slowed",
        "Super Slowed",
        "slowed + reverb",
        "Nightcore",
        "8D Audio",
        "Bass Boosted",
        "Original Pitch",
        "Reimagined",
        "Revisited",
        "Re-Recorded",
        "Rerecorded 2012",
        "Version 2017",
        "Ultravox's Version",
        "Fireside Version",
        "with strings",
        "with orchestra",
        "con orquesta",
        "with backing vocals",
        "without drums",
        "w/o drums",
        "Piano Version",
        "Orchestral",
        "A Cappella",
        "TV Size",
        "English",
        "English Version",
        "Japanese Ver.",
        "Versión en Español",
        "Deutsche Version",
        "日本語版",
        "粵語版",
        "Bolero Version",
        "Christmas Edition",
        "歌ってみた",
        "清唱",
        "女声版",
        "Versão Arrocha",
        "Hardstyle",
        "Reprise",
        "Skit",
        "Interlude",
        "Commentary",
        "Pt. 2",
        "Part II",
        "2",
      })
  void versionsAreOtherRecordings(String text) {
    assertThat(likenesses(text)).containsOnly(Likeness.DIFFERENT);
    assertThat(Title.of("Vienna (" + text + ")").likenessTo(Title.of("Vienna - " + text)))
        .isEqualTo(Likeness.EXACT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This Means Nothing to Me",
        "Das bedeutet mir nichts",
        "Ça ne veut rien dire pour moi",
        "No Significa Nada Para Mí",
        "Hurrah!",
        "With You",
        "Con Te",
        "ウィーン",
        "Op. 11",
        "Parody of \"Berlin\"",
      })
  void secondNamesMayBeMissingOnOneSide(String text) {
    assertThat(likeness("Vienna (" + text + ")")).isEqualTo(Likeness.SIMILAR);
  }

  /** In each kind of brackets and after each dash. */
  private static List<Likeness> likenesses(String text) {
    return Stream.of(
            "Vienna (%s)", "Vienna [%s]", "Vienna（%s）", "Vienna【%s】", "Vienna - %s", "Vienna – %s")
        .map(form -> likeness(form.formatted(text)))
        .toList();
  }

  private static Likeness likeness(String title) {
    Likeness likeness = PLAIN.likenessTo(Title.of(title));
    assertThat(Title.of(title).likenessTo(PLAIN)).isEqualTo(likeness);
    return likeness;
  }
}
