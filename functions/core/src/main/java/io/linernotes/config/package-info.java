/** The environment that a function starts with, checked where it is read. */
@NullMarked
package io.linernotes.config;

import org.jspecify.annotations.NullMarked;
