/** The command line: {@code ./linernotes up}, {@code demo}, {@code analyze}, {@code status}. */
@NullMarked
package io.linernotes.local.cli;

import org.jspecify.annotations.NullMarked;
