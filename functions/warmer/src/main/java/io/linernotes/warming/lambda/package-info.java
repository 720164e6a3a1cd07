/** The Lambda that keeps the cache warm. */
@NullMarked
package io.linernotes.warming.lambda;

import org.jspecify.annotations.NullMarked;
