@NullMarked
package io.linernotes.local.cli;

import org.jspecify.annotations.NullMarked;
