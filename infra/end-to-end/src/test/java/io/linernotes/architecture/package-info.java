/** Tests of the project's architecture rules, in the only module that depends on all others. */
@NullMarked
package io.linernotes.architecture;

import org.jspecify.annotations.NullMarked;
