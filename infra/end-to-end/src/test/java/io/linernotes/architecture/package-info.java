/** The rules of the house, held in the one module that sees all of it. */
@NullMarked
package io.linernotes.architecture;

import org.jspecify.annotations.NullMarked;
