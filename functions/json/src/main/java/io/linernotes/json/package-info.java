/**
 * The JSON formats, and the only user of Jackson:
 *
 * <ul>
 *   <li>answers of the HTTP API: {@link io.linernotes.json.AnalysisFormat} for tracks and
 *       playlists, {@link io.linernotes.json.SingleRecordFormat} for one record, {@link
 *       io.linernotes.json.PlainFormat} for everything whose record already has the answer's shape;
 *   <li>this service's own data: {@link io.linernotes.json.RecordFormat} for entries of the cache
 *       and task messages;
 *   <li>data from outside: {@link io.linernotes.json.Json} reads providers' replies and requests'
 *       bodies leniently.
 * </ul>
 *
 * <p>Own data is mapped strictly, from records; a stored entry that does not match is a {@link
 * io.linernotes.json.MalformedRecordException}. Data from outside is never mapped to records: each
 * field is read by its path, so that an unexpected value affects that field alone.
 */
@NullMarked
package io.linernotes.json;

import org.jspecify.annotations.NullMarked;
