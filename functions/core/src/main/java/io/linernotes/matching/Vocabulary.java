package io.linernotes.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The meanings of words in qualifiers, in the languages in which catalogues write them. All words
 * are folded as {@link FoldedName} folds them.
 *
 * <p>A phrase such as {@code sped up} reads as one word ({@code spedup}). Words of other languages
 * read as the usual word ({@code en vivo} and {@code 演唱会} as {@code live}). Chinese, Japanese and
 * Korean write no blanks, so their words are found within longer ones: {@code 合唱版} is {@code duet
 * version}.
 */
final class Vocabulary {

  /** Longest phrase in words. */
  private static final int LONGEST_PHRASE = 4;

  /** Words about mastering or playback: the recording is the same. */
  static final Set<String> MASTERING =
      words(
          """
          remaster digital digitally digitale numerique digitaler bit 16bit 20bit 24bit 32bit 96khz 192khz
          hd hires mono stereo monaural estereo dolby atmos spatial binaural 360 5 1ch 51 51ch surround
          quadraphonic master mastered mastering restored restaurado restaurada restauriert analog
          analogue dsd sacd shm rvg mfsl halfspeed transfer audiophile
          """);

  /** Words about the release or the file: the recording is the same. */
  static final Set<String> RELEASE =
      words(
          """
          album lp ep standard main full regular normal explicit clean censored uncensored deluxe
          original originals originale originalen official expanded anniversary edition bonustrack
          bonus special limited collector collectors legacy essential ultimate definitive complete
          reissue reissued release released rerelease import pressing vinyl cd disc disk video audio
          lyrics visualizer premiere hq uhd 4k 720p 1080p 2160p track tracks remastered prod
          produced free download dl unabridged
          """);

  /** Words for another cut of the same recording, which differs in length only. */
  static final Set<String> CUTS =
      words("radio single short 7inch edit edited movie film airplay abridged");

  /**
   * Words without meaning of their own beside a version word: {@code live version} is {@code live}.
   */
  static final Set<String> VAGUE = words("version mix edit cut");

  /** Words for another recording, or for the recording remade. */
  static final Set<String> VERSIONS =
      words(
          """
          live concert acoustic unplugged instrumental karaoke cover covered demo remix rework refix
          remake redo reedit flip bootleg mashup blend vip dub dubplate club extended spedup slowed
          reverb nightcore daycore 8d lofi chopped screwed bassboosted pitched pitch looped loop mixed
          megamix medley nonstop continuous reprise intro outro interlude skit interview commentary
          spoken alternate take session recording rendition arrangement broadcast soundcheck audition memo rehearsal outtake rerecorded recorded reimagined reinterpreted
          reinterpretation interpretation reworked revisited reloaded redux reborn refreshed
          reconstruction rebuild acapella orchestral orchestra orchestrated symphonic symphony
          philharmonic choir strings string piano guitar violin harp ukulele musicbox vocal vocals solo
          duet tribute stripped tv 12inch 10inch beats beat beatless drumless drums drum bass snippet
          preview teaser sample rough early unfinished hour hours minute minutes without no firsttake
          tiktok type instrumentals backing percussion percapella session tape cassette bbc peel unmixed
          bonusbeats stems stem multitrack rehearsed impromptu jam karaoke singback performance
          """);

  /**
   * Version words that are as common in names; they count at the end, or beside other version
   * words.
   */
  static final Set<String> AMBIGUOUS =
      words(
          """
          bass drum beat beats string strings guitar violin piano harp tape cassette rough early
          sample orchestra symphony choir solo duet no minute minutes hour hours vocal loop mixed
          club performance jam intro outro cover covered live concert recorded backing blend stems
          stem type unfinished reborn flip redo
          """);

  /** Ambiguous words that also count at the beginning: {@code Live at the Forum}. */
  static final Set<String> OPENING = words("live recorded concert");

  /** Words for a remixer's work; after guests' names they make the guests remixers. */
  static final Set<String> REMIXED = words("remix mix version edit rework");

  /** Words of a release; any words beside them, such as a country's, describe the release, too. */
  static final Set<String> RELEASED =
      words(
          """
          edition release released reissue reissued pressing import bonustrack anniversary prod
          """);

  /** Languages as a version names them, each by one word. */
  private static final Map<String, String> LANGUAGES =
      canon(
          """
          japanese: jp jpn japones japonesa japonais japonaise japanisch japanische giapponese japonski
          korean: kr kor coreano coreana coreen koreanisch koreanische
          chinese: mandarin putonghua chino china chinois chinesisch chinesische cinese
          cantonese: kantonesisch
          english: eng ingles inglesa anglais anglaise englisch englische inglese angielska английский
          spanish: esp espanol espanola espagnol espagnole spanisch spanische spagnolo castellano spanglish
          french: francais francaise frances francesa franzosisch franzosische francese французский
          german: deutsch deutsche deutscher aleman alemana allemand allemande tedesco
          italian: italiano italiana italien italienne italienisch italienische
          portuguese: portugues portuguesa portugais portugaise portugiesisch brasileira brazilian
          russian: русский русская ruso russe russisch
          hindi:
          tamil:
          telugu:
          arabic: arabe arabisch
          turkish: turco turkce turkisch
          dutch: nederlands nederlandse hollandisch
          polish: polski polska polnisch
          swedish: svensk svenska schwedisch
          norwegian: norsk
          danish: dansk
          finnish: suomi suomenkielinen
          greek: griechisch
          hebrew:
          latin:
          thai:
          vietnamese:
          indonesian:
          tagalog: filipino
          hawaiian:
          bilingual: bilingue multilingual
          """);

  /** Styles that mean a version if they stand alone. */
  static final Set<String> STYLES =
      words(
          """
          hardstyle techno house trance dnb drum bass dubstep phonk drill jersey garage amapiano
          afrobeat afrobeats afro jazz swing reggae reggaeton ska salsa bachata cumbia merengue mambo
          piseiro sertanejo forro pagode samba bossa nova metal rock punk grunge country folk gospel
          bluegrass disco funk soul rnb rap trap lounge chill chillout ambient classical epic cinematic
          trailer christmas holiday xmas winter summer halloween instrumental electro eurodance hardcore
          latin tango flamenco polka mariachi banda norteno schlager party apres ski kids lullaby dance
          deep tech progressive future tropical psytrance minimal edm synthwave retro vintage modern
          """);

  /** Instruments and ensembles that make a version, unlike a guest: {@code with strings}. */
  static final Set<String> FORCES =
      words(
          """
          orchestra orchester orchestre orquesta orquestra orkest strings string choir chor choeur coro
          piano band guitar vocal vocals backing drums drum rap intro outro beat crowd audience
          narration commentary dialogue symphony philharmonic brass horns
          """);

  /** Words for a soundtrack of a film, series or game. */
  static final Set<String> SOUNDTRACK =
      words(
          """
          soundtrack soundtracks ost bof theme thema tema motion picture score film movie serie series
          сериала фильма саундтрек novela telenovela anime musical game
          """);

  /** Words that introduce the name of a film, series or game. */
  static final Set<String> FROM =
      words(
          "from aus de du dal dalla dallo z из к van uit fran fra music song songs theme tire extrait taken");

  /** Words of sentences, which are common in second names but not beside version words. */
  static final Set<String> SENTENCE =
      words(
          """
          a an the of to on my your our their you i im ive ill me we us he him his she her it its they
          them is are am was were be been being do does did dont doesnt didnt not never no nothing aint
          cant wont couldnt shouldnt for and or but so if when where what who why how that this these
          there here as than too let lets go got get gonna wanna gotta come make take give know say said
          tell love want need feel like all every everybody some only just one really
          aka
          der die das den dem des ein eine einen ich du er sie es wir ihr mich dich mir dir mein meine
          dein deine und oder nicht kein ist bin bist sind zu zum zur von vom im auf fur wenn was wie so
          le la les un une je tu il elle nous vous moi toi mon ma mes ton ta tes et ou ne pas pour dans
          sur qui que quoi c est
          el los las una yo te me mi tu su se si no y o con por para del al que quien como mas
          lo gli uno io ti ci vi mio mia tuo tua e non per di da che chi come piu
          os as um uma eu voce meu minha seu sua nao em no na do da dos das por pra
          ik jij hij wij het een niet en van voor met op mijn jouw
          jag det som inte jeg ikke ja ty ona on sie nie na co jak
          я ты он она мы вы не и в на с о у к что как мой моя
          parody adaption adaptation based
          """);

  /** Words that introduce a guest within brackets or after a dash. */
  static final Set<String> WITH = words("with w con avec mit com met med z s");

  /** Words that occur before or between names as often as in sentences. */
  static final Set<String> ARTICLES =
      words("a an the and die der das le la les el los las lo il gli o os as und et y e de dj mc");

  /** Words that introduce the maker of a recording. */
  static final Set<String> MADE =
      words("prod produced producer written composed arranged arr lyrics music words starring");

  /** Abbreviations of catalogues of classical works. */
  static final Set<String> CATALOGUES =
      words("op opus k kv bwv hwv woo rv d hob wwv s sz wq m fwv trv buxwv");

  /** Filler words that do not distinguish two versions of one kind. */
  static final Set<String> FILLERS =
      words("at in on the of from a by and de la el le les der die das im en au a no to for mtv");

  private static final Map<String, String> PHRASES =
      canon(
          """
          spedup: sped_up speed_up speeded_up spedup_version sped speedup замедлено
          slowed: slowed_down slow_version slow замедленная 慢速 减速
          acapella: a_cappella a_capella a_cap acappella acapela accapella a_capela acapellas アカペラ 清唱
          instrumental: off_vocal no_vocals without_vocals inst instr instrumentale instrumentals instrumentaal instrumentalny инструментал минус минусовка 伴奏 纯音乐 インストゥルメンタル インスト 인스트루멘탈 반주 オフボーカル
          karaoke: karaokes backing_track backing_tracks minus_one minusone sing_along singalong playback play_back караоке カラオケ 卡拉ok 노래방 in_the_style_of_karaoke
          live: en_vivo ao_vivo dal_vivo en_directo en_direct in_concert en_concert en_concierto im_konzert in_concerto na_zywo na_żywo ziwo live_version livemusic concert concierto concerto_live konzert koncert концерт 演唱会 现场 ライブ ライヴ 라이브 콘서트 实况 en_public vivo_en recorded_live 生演奏
          acoustic: acustico acustica acoustique akustik akustisch akustische akoestisch akustyczna акустика акустическая アコースティック 어쿠스틱 不插电 弾き语り 弾き語り
          rerecorded: re_recorded re_recording rerecording re_record neu_aufgenommen neuaufnahme new_recording nueva_grabacion regrabado re_grabado regravacao newly_recorded 再録 新録
          tribute: in_the_style_of originally_performed_by as_made_famous_by made_famous_by tribute_to as_performed_by
          rework: re_work reworked
          refix: re_fix
          reedit: re_edit
          remix: re_mix rmx rmxs remixed remixes remixe remixado ремикс リミックス 리믹스 混音
          medley: 串烧 メドレー
          mix: ミックス 믹스 mixes миx микс
          edit: エディット edicion_radio edits
          version: ver vers v versao versione versie versija wersja versjon versio вер версия версія バージョン ヴァージョン 버전 ver_sion 版本 版 versions
          remaster: remasters remastered re_master re_mastered re_mastering remastering remasterizado remasterizada remasterizados remasterise remasterisee remasterises remasterised remasterized rimasterizzato rimasterizzata geremastert geremastered remastrad remasteriserad remasterisert remasteret remasterowany remasterowana remasterowane ремастер ремастеринг ремастированный ремастированная リマスター リマスタリング リマスタ 리마스터링 리마스터 重制
          rvg: rudy_van_gelder van_gelder
          bonustrack: bonus_track bonus_tracks hidden_track pre_order_track b_side previously_unreleased ボーナストラック 보너스트랙
          bonusbeats: bonus_beats bonus_beat
          soundtrack: title_song title_track sound_track soundtracks main_theme theme_song banda_sonora bande_originale bande_original trilha_sonora colonna_sonora filmmusik original_score opening_theme ending_theme 主题曲 主题歌 插曲 片尾曲 片头曲 挿入歌 剧中歌 テーマ曲 テーマ エンディング オープニング
          spatial: spatial_audio
          hires: hi_res high_resolution hi_resolution
          7inch: 7_inch seven_inch
          12inch: 12_inch twelve_inch maxi maxi_single
          10inch: 10_inch
          video: videoclipe music_video m_v mv videoclip video_clip clip clipe клип кліп видео відео 뮤직비디오 ミュージックビデオ lyric_video lyrics_video lyricvideo vevo
          lyrics: lyric letra letras paroles with_lyrics tekst testo 歌词 가사
          official: oficial offiziell offizielles offizieller officiel officielle ufficiale oficjalny oficjalne официальный официальное официальная официальный_клип 官方 公式 공식
          visualizer: visualiser
          explicit: dirty
          expanded: erweiterte
          anniversary: anniversario aniversario anniversaire jubilaum jubilaums jubileum
          edition: editions edicion edicao edizione ausgabe edycja editie издание utgave
          deluxe: de_luxe super_deluxe
          special: speciale spezial especial
          original: orig originalversion originale 原版 原唱 オリジナル 오리지널
          extended: extd ext long lang lange エクステンデッド extendida
          cover: covers coverversion кавер 翻唱 カバー カヴァー 커버 歌ってみた 演奏してみた 弾いてみた
          demo: demos maqueta demoversion демо デモ 데모 小样
          session: sessions
          take: takes
          alternate: alternative alternativ alternativa alternatif alt
          outtake: outtakes
          bassboosted: bass_boosted
          lofi: lo_fi
          8d: 8_d
          mashup: mash_up mashups
          firsttake: first_take the_first_take colors_show a_colors_show
          tv: tv_size tv_version tv_edit tvsize tv_ver
          without: sin sans ohne senza sem zonder
          musicbox: music_box オルゴール
          piano: ピアノ 钢琴 피아노
          guitar: 吉他 ギター
          solo: 独唱
          duet: duett dueto duo 合唱 对唱
          short: kurz kurze kurzversion short_version ショート
          full: full_length フル 完整
          hour: 1h
          halfspeed: half_speed
          preview: 试听 试唱 片段
          drum: drums
          vocal: vocals 女声 男声
          string: strings
          orchestra: orquesta orchestre orchester orkest orquestal
          unplugged: desenchufado
          japanese: 日本语 日文 日语 일본어
          korean: 韩文 韩语 韩国语 한국어
          chinese: 中文 中国语 国语 华语 중국어
          cantonese: 粤语 广东话
          english: 英文 英语 영어
          taiwanese: 闽南语 台语
          """);

  /** The words to find in text that is written without blanks, the longest first. */
  private static final List<String> UNSPACED =
      PHRASES.keySet().stream()
          .filter(word -> Scripts.isUnspaced(word.codePointAt(0)))
          .sorted((a, b) -> b.length() - a.length())
          .toList();

  private Vocabulary() {}

  /** Reads folded words: a phrase becomes one word, and each word its usual name. */
  static List<String> read(List<String> words) {
    List<String> spaced = new ArrayList<>();
    words.forEach(word -> spaced.addAll(apart(word)));
    List<String> read = new ArrayList<>();
    for (int i = 0; i < spaced.size(); ) {
      int length = phraseAt(spaced, i);
      String phrase = String.join("_", spaced.subList(i, i + length));
      read.add(PHRASES.getOrDefault(phrase, LANGUAGES.getOrDefault(phrase, phrase)));
      i += length;
    }
    return read;
  }

  /** Whether the word names a language. */
  static boolean isLanguage(String word) {
    return LANGUAGES.containsValue(word) || word.equals("taiwanese");
  }

  private static int phraseAt(List<String> words, int start) {
    for (int length = Math.min(LONGEST_PHRASE, words.size() - start); length > 1; length--) {
      if (PHRASES.containsKey(String.join("_", words.subList(start, start + length)))) {
        return length;
      }
    }
    return 1;
  }

  /** The parts of a word: {@code 合唱版} has two, and so has {@code Akustikversion}. */
  private static List<String> apart(String word) {
    if (PHRASES.containsKey(word)) {
      return List.of(word);
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= word.length(); i++) {
      // Live版 has two parts, too.
      if (i == word.length() || isUnspaced(word, i) != isUnspaced(word, start)) {
        String run = word.substring(start, i);
        parts.addAll(isUnspaced(word, start) ? unspaced(run) : compound(run));
        start = i;
      }
    }
    return parts;
  }

  private static boolean isUnspaced(String word, int at) {
    return Scripts.isUnspaced(word.codePointAt(at)) || word.charAt(at) == 'ー';
  }

  /** Splits {@code Akustikversion} into two words, if the first is known. */
  private static List<String> compound(String word) {
    for (String tail : List.of("version", "ver", "remix", "mix", "edit")) {
      String head = word.endsWith(tail) ? word.substring(0, word.length() - tail.length()) : "";
      if (isKnown(head)) {
        return List.of(head, tail);
      }
    }
    return List.of(word);
  }

  private static boolean isKnown(String word) {
    return word.length() > 1
        && (VERSIONS.contains(word)
            || CUTS.contains(word)
            || RELEASE.contains(word)
            || PHRASES.containsKey(word)
            || LANGUAGES.containsKey(word));
  }

  private static List<String> unspaced(String word) {
    List<String> parts = new ArrayList<>();
    StringBuilder unknown = new StringBuilder();
    for (int i = 0; i < word.length(); ) {
      String known = unspacedAt(word, i);
      if (known.isEmpty()) {
        unknown.append(word.charAt(i++));
      } else {
        addNonEmpty(parts, unknown);
        parts.add(known);
        i += known.length();
      }
    }
    addNonEmpty(parts, unknown);
    return parts;
  }

  private static String unspacedAt(String word, int start) {
    for (String known : UNSPACED) {
      if (word.startsWith(known, start)) {
        return known;
      }
    }
    return "";
  }

  private static void addNonEmpty(List<String> parts, StringBuilder unknown) {
    if (!unknown.isEmpty()) {
      parts.add(unknown.toString());
      unknown.setLength(0);
    }
  }

  private static Set<String> words(String text) {
    return Set.copyOf(new HashSet<>(List.of(text.strip().split("\\s+"))));
  }

  /** Parses lines of {@code name: other names}; each name also maps to itself. */
  private static Map<String, String> canon(String lines) {
    Map<String, String> names = new HashMap<>();
    lines
        .lines()
        .forEach(
            line -> {
              String[] parts = line.strip().split(":", 2);
              names.put(parts[0], parts[0]);
              for (String other : parts[1].strip().split("\\s+")) {
                if (!other.isEmpty()) {
                  names.put(FoldedName.words(other.replace('_', ' ')).replace(' ', '_'), parts[0]);
                }
              }
            });
    return Map.copyOf(names);
  }
}
