/**
 * Analyses in formats for DJ software and spreadsheets. {@link
 * io.linernotes.api.format.Representation} chooses one by the path's suffix, else by {@code
 * Accept}; {@link io.linernotes.api.format.Row} holds the values of one place, which all formats
 * share.
 *
 * <p>Names are untrusted text of playlist owners, so each format makes them inert in its own way:
 * CSV puts an apostrophe before a text that a spreadsheet would take for a formula, M3U8 replaces
 * line breaks, and XML leaves out characters that it cannot hold. {@link
 * io.linernotes.api.format.CsvTracks} reads files of {@link io.linernotes.api.format.CsvFormat} and
 * of Exportify.
 */
@NullMarked
package io.linernotes.api.format;

import org.jspecify.annotations.NullMarked;
