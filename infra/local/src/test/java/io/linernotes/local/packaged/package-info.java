@NullMarked
package io.linernotes.local.packaged;

import org.jspecify.annotations.NullMarked;
