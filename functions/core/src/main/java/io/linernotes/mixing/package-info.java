/**
 * The values and scores that a DJ needs to mix tracks: one tempo, one key and one energy for each,
 * how well one track follows another, and an order for all of them.
 *
 * <h2>One value per field</h2>
 *
 * {@link io.linernotes.mixing.Mix} reconciles what providers say about a track. Two tempos are
 * compared by octave, because beat trackers count in half or double time: 61.75 and 123.5 are the
 * same tempo. Worked examples, with the range of plausible tempos of {@link
 * io.linernotes.mixing.Tempo}:
 *
 * <table>
 *   <caption>Deezer's bpm and the audio features' tempo</caption>
 *   <tr><th>Deezer</th><th>features</th><th>bpm</th><th>alternatives</th><th>agreement</th></tr>
 *   <tr><td>122.7</td><td>123.5</td><td>122.7 (Deezer's)</td><td></td><td>same</td></tr>
 *   <tr><td>61.75</td><td>123.5</td><td>123.5 (the features')</td><td>61.75</td><td>octave</td></tr>
 *   <tr><td>128.0</td><td>96.0</td><td>128.0 (Deezer's)</td><td>96.0</td><td>different</td></tr>
 *   <tr><td>unknown</td><td>123.5</td><td>123.5 (the features')</td><td></td><td>single</td></tr>
 *   <tr><td>0</td><td>300</td><td>unknown</td><td></td><td></td></tr>
 * </table>
 *
 * <h2>Keys</h2>
 *
 * A key is a pitch class and a mode. The Camelot wheel, which Mixed In Key introduced, numbers the
 * circle of fifths like a clock: one step clockwise is a fifth up, {@code A} is minor, {@code B} is
 * major, and a minor key has the number of its relative major. C major is 8B, so A minor is 8A, G
 * major 9B and E minor 9A.
 *
 * <h2>Transitions</h2>
 *
 * A {@link io.linernotes.mixing.Transition} scores 0 to 1: 0.4 for the key, 0.4 for the tempo and
 * 0.2 for the energy. A clash, of keys or of tempos that no turntable's fader brings together,
 * halves the score. One artist twice in a row scores 0. An unknown part counts half and is reported
 * as unknown.
 *
 * <ul>
 *   <li><b>Key</b>: {@link io.linernotes.mixing.KeyMove} lists the moves that DJs call compatible.
 *       Neighbours on the wheel share six of seven notes.
 *   <li><b>Tempo</b>: a turntable's pitch fader reaches ±8 % (Technics SL-1200), a player's ±6, ±10
 *       or ±16 % (Pioneer CDJ). The score falls from 1 at 1 % over 0.7 at 6 % and 0.5 at 8 % to 0
 *       at 16 %. Half and double time keep 0.8 of it.
 *   <li><b>Energy</b>: 1 for a step of up to 0.1, 0 for a jump of 0.6, linear in between.
 * </ul>
 *
 * Worked examples:
 *
 * <ol>
 *   <li>8A, 124 BPM, energy 0.70 to 9A, 126 BPM, 0.75: the neighbour 0.9, pitch −1.6 % 0.97, energy
 *       1; 0.4 · 0.9 + 0.4 · 0.97 + 0.2 · 1 = 0.95.
 *   <li>8A, 124 BPM, 0.70 to 6B, 140 BPM, 0.90: a clash 0.1, pitch −11.4 % 0.23, energy 0.8; 0.04 +
 *       0.09 + 0.16 = 0.29, halved 0.15.
 *   <li>8A, 174 BPM, energy unknown to 8A, 87 BPM, 0.50: the same key 1, pitch 0 % in double time
 *       0.8, energy unknown 0.5; 0.4 + 0.32 + 0.1 = 0.82.
 * </ol>
 *
 * <h2>Orders</h2>
 *
 * {@link io.linernotes.mixing.SetOrder} finds an order in these steps, without any randomness:
 *
 * <ol>
 *   <li>Greedy orders, each continuing with the best next track, start from several first tracks. A
 *       local search improves them, the best first, and the given order, as long as its budget
 *       lasts. The best result is the smoothest order.
 *   <li>With an {@link io.linernotes.mixing.Arc}, greedy orders and local searches also count how
 *       far each track is from the arc, strongly at first and then less and less. The result is the
 *       first order that keeps a quarter of the smoothest order's gain over the better of the given
 *       order and a greedy one. So an arc shapes the set and never makes it worse than either.
 *   <li>If no order scores as much as the given one, the given one is returned.
 * </ol>
 *
 * Example: four tracks by four artists at 120 BPM in 8A, 2B, 9A and 8B are given in that order.
 * 8A–2B and 2B–9A clash. The order found puts 2B at an end and the three neighbours side by side:
 * 9A, 8A, 8B, 2B.
 */
@NullMarked
package io.linernotes.mixing;

import org.jspecify.annotations.NullMarked;
