@NullMarked
package io.linernotes.simulator;

import org.jspecify.annotations.NullMarked;
