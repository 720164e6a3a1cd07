/** What is known, what is due, and who gets asked for it. */
@NullMarked
package io.linernotes.planning;

import org.jspecify.annotations.NullMarked;
