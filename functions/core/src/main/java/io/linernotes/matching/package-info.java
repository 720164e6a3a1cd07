/**
 * Whether two listings are of one recording.
 *
 * <p>Two catalogues spell one recording in many ways, and list many recordings under one name. A
 * wrong match is worse than none, because it stays in the cache for months. So {@link
 * io.linernotes.matching.Listing} compares title, artists and duration, and {@link
 * io.linernotes.matching.Comparison} accepts a pair only if nothing contradicts and enough agrees.
 * {@code ./linernotes match} shows the decision and its reason for any pair or file of pairs.
 *
 * <h2>Titles</h2>
 *
 * <p>A {@link io.linernotes.matching.Title} is parsed into a root, guests and qualifiers. A
 * qualifier is a text in brackets of any kind, after a dash, or between {@code ～}. Brackets that
 * open a title belong to it. The words of a qualifier decide what it means; the vocabulary has them
 * in the languages in which catalogues write them.
 *
 * <table>
 *   <caption>What a qualifier means</caption>
 *   <tr><th>sort</th><th>examples</th><th>missing on one side</th></tr>
 *   <tr><td>nothing</td>
 *     <td>{@code feat. X}, {@code 2011 Remaster}, {@code Remasterizado 2008}, {@code Mono}</td>
 *     <td>exact</td></tr>
 *   <tr><td>release</td>
 *     <td>{@code Album Version}, {@code Original Mix}, {@code 50th Anniversary Edition}, {@code
 *     Official Video}, {@code From "Grease"}</td>
 *     <td>similar</td></tr>
 *   <tr><td>second name</td>
 *     <td>{@code (The Long Way Home)}, another script: {@code 별 (Star)}</td>
 *     <td>similar</td></tr>
 *   <tr><td>cut</td>
 *     <td>{@code Radio Edit}, {@code Single Version}, {@code 7" Version}</td>
 *     <td>unsure</td></tr>
 *   <tr><td>unknown words</td>
 *     <td>{@code (Alpha Centauri)}, {@code (2011)}</td>
 *     <td>unsure</td></tr>
 *   <tr><td>version</td>
 *     <td>{@code Live}, {@code ao vivo}, {@code 演唱会}, {@code X Remix}, {@code X Radio Edit},
 *     {@code inst.}, {@code カラオケ}, {@code Sped Up}, {@code with strings}, {@code Japanese Ver.},
 *     {@code (BBC TV 12.03.1971)}</td>
 *     <td>different</td></tr>
 *   <tr><td>part</td>
 *     <td>{@code Pt. 2} = {@code Part II} = {@code Parte 2} = {@code (2)}</td>
 *     <td>different</td></tr>
 * </table>
 *
 * <p>A remixer's name makes a harmless word a version: {@code Radio Edit} is a cut, {@code Nero
 * Radio Edit} another recording. A second name reads like a sentence (articles, pronouns, an
 * exclamation mark), or stands in another script; other unknown words may be a version, so the
 * durations decide. Two versions of one kind must not contradict: {@code Live} may be {@code Live
 * at Wembley} (unsure), but {@code Live in Rome} is not {@code Live in Oslo}.
 *
 * <p>Roots are compared as folded words: no case, no accents, no punctuation, simplified Chinese
 * characters, look-alike letters ({@code MΛЯTIИ}). A coarser key forgives {@code Rollin'} and
 * {@code Rolling}, {@code Ballett} and {@code Balett}. One additional inner letter is forgiven in
 * long titles, and in short ones if the duration agrees. Titles in two scripts agree if one names
 * the other beside itself ({@code 푸른 바다 Blue Sea}) or if their consonants sound alike ({@code カメラ},
 * {@code Camera}). A translation cannot be recognised: {@code 바다} is not {@code Sea}.
 *
 * <h2>Artists</h2>
 *
 * <p>{@link io.linernotes.matching.ArtistCredit}s agree exactly if the main artists do or all words
 * do: {@code Simon & Garfunkel} are one artist or two, {@code TanakaKenji} is {@code Kenji Tanaka}.
 * They are similar if the main artist of one is on the other side further down, under an alias
 * ({@code Mina(미나)}), joined ({@code e}, {@code y}, {@code und}, {@code ×}, {@code vs.}), or as the
 * leader of an ensemble ({@code The Ann Lake Quartet}). They are unsure if only others agree, if
 * one is a surname, or if the same main artist stands beside other people: a composer with two
 * pianists. Guests that both titles name must agree.
 *
 * <h2>Durations</h2>
 *
 * <p>Durations agree within {@linkplain io.linernotes.matching.DurationAgreement#TOLERANCE 3
 * seconds}. A larger difference is refused even for the same names, because edits of one song
 * differ by little more; a vinyl rip that runs five seconds longer is refused on purpose. Durations
 * that agree settle one doubt, not two, and never a contradiction: an instrumental is as long as
 * the song.
 *
 * <h2>Worked examples</h2>
 *
 * <ol>
 *   <li>{@code Harvest Song - Re-Mastered} and {@code Harvest Song}: the suffix is mastering and
 *       says nothing, the roots agree, so the titles are exact. Accepted without a duration.
 *   <li>{@code Wildfire} of 226 s and {@code Wildfire (Nero Radio Edit)} of 226 s: a name before
 *       the edit makes it a version that only one side has. Refused; the duration proves nothing.
 *   <li>{@code Wildfire} of 226 s and {@code Wildfire (feat. Ada) [Radio Edit]} of 224 s: the guest
 *       says nothing, the cut is unsure, and the durations agree. Accepted with less confidence.
 *   <li>{@code Blue Hour} by {@code The Ann Lake Quartet} and by {@code Ann Lake}: exact titles,
 *       similar artists. Accepted.
 *   <li>{@code Daylight} of 637 s and {@code Daylight} of 214 s: the same names, other durations.
 *       Refused.
 *   <li>{@code Harbour (Am Abend)} and {@code Harbour (In the Morning)}: each has a second name,
 *       and they contradict. Refused.
 * </ol>
 *
 * <p>Every step takes time linear in the length of a name, even for 60,000 blanks or 12,000
 * brackets.
 */
@NullMarked
package io.linernotes.matching;

import org.jspecify.annotations.NullMarked;
