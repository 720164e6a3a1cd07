/** The environment variables of a function, checked where they are read. */
@NullMarked
package io.linernotes.config;

import org.jspecify.annotations.NullMarked;
