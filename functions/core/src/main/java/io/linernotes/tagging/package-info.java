/**
 * The vocabulary of tags: which of the words that listeners attach to music are kept, which of them
 * are spellings of one tag, and how a tag is shown.
 *
 * <p>{@link TagKey} folds spellings. Case, accents, punctuation and spaces do not count, {@code &},
 * {@code +} and {@code n} read as {@code and}, and decades lose their century; a small table adds
 * the abbreviations that no rule can know:
 *
 * <pre>
 *   Hip-Hop, hip hop, HipHop             hiphop
 *   drum n bass, Drum &amp; Bass, dnb        drumandbass
 *   1980s, 80's, eighties                80s
 * </pre>
 *
 * <p>{@link TagVocabulary} leaves out what describes the listener and not the music: numbers, user
 * names and bots, {@code seen live}, favourites, verdicts and insults, and the names of the artist
 * and the track themselves.
 */
@NullMarked
package io.linernotes.tagging;

import org.jspecify.annotations.NullMarked;
