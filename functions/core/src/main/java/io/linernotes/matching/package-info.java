/** Whether two catalogues mean the same recording: titles, artists and durations compared. */
@NullMarked
package io.linernotes.matching;

import org.jspecify.annotations.NullMarked;
