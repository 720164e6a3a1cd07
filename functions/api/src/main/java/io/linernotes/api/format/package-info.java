/**
 * Analyses in the formats that DJs' tools and spreadsheets read. {@link
 * io.linernotes.api.format.Representation} chooses one by the path's suffix, else by {@code
 * Accept}; {@link io.linernotes.api.format.Row} is what the formats say of one place, so that they
 * agree.
 *
 * <p>A name is written by whoever owns a playlist, so each format makes it inert in its own way:
 * CSV puts an apostrophe before what a spreadsheet would take for a formula, M3U8 folds line
 * breaks, and XML leaves out what it cannot hold. {@link io.linernotes.api.format.CsvTracks} reads
 * what {@link io.linernotes.api.format.CsvFormat} wrote, and files of Exportify.
 */
@NullMarked
package io.linernotes.api.format;

import org.jspecify.annotations.NullMarked;
