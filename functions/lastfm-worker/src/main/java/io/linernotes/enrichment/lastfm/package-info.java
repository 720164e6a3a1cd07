/**
 * The worker of Last.fm's queue: tags, listeners and similar tracks of a track, and artists' notes.
 *
 * <p>{@link io.linernotes.enrichment.lastfm.LastfmClient} makes the calls, the {@code …Reply}
 * classes read what comes back. Last.fm has a page for every spelling that was ever scrobbled, and
 * its autocorrection follows redirects that any user may suggest. So the package chooses the names
 * to ask for, and checks each answer:
 *
 * <ul>
 *   <li>{@code Question}: {@code Hallowed Be Thy Name - 2015 Remaster} is asked for as {@code
 *       Hallowed Be Thy Name}, and {@code Ruby Rosary (feat. J. Cole)} as {@code Ruby Rosary}.
 *       {@code Smile (Live)} is asked for as it is, then as {@code Smile}, and that answer says
 *       {@code plain_song}.
 *   <li>{@code MainArtist}: {@code It Takes Two} by {@code Tina Turner & Rod Stewart} is asked for
 *       under both, then under {@code Tina Turner}.
 *   <li>{@code NameCheck}: {@code Neves – 1987} answered by {@code Nenes – 1987} is a miss, as is
 *       {@code Moby – Hurt} answered by {@code Johnny Cash – Hurt}.
 *   <li>{@code NonArtists}: {@code Various Artists}, {@code [unknown]} and pages that begin with
 *       "This is an incorrect tag for …" are misses.
 * </ul>
 *
 * <p>A miss is stored only after the last question. A reply that cannot be read is an outage, never
 * a miss.
 */
@NullMarked
package io.linernotes.enrichment.lastfm;

import org.jspecify.annotations.NullMarked;
