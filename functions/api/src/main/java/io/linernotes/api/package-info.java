/** The HTTP API Lambda: requests parsed once, answers encoded once. */
@NullMarked
package io.linernotes.api;

import org.jspecify.annotations.NullMarked;
