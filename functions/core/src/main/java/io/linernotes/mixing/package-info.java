/**
 * What a DJ needs to know to mix a track: one tempo, one key, one energy.
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
 * A key is a pitch class and a mode. The Camelot wheel numbers the circle of fifths like a clock:
 * one step clockwise is a fifth up, {@code A} is minor, {@code B} is major, and a minor key has the
 * number of its relative major. C major is 8B, so A minor is 8A, G major 9B and E minor 9A.
 */
@NullMarked
package io.linernotes.mixing;

import org.jspecify.annotations.NullMarked;
