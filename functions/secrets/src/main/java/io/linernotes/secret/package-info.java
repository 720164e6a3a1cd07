/** Secrets: given in a variable, or kept in Secrets Manager. */
@NullMarked
package io.linernotes.secret;

import org.jspecify.annotations.NullMarked;
