@NullMarked
package io.linernotes.matching;

import org.jspecify.annotations.NullMarked;
