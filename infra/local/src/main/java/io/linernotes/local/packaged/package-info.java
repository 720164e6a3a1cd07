/**
 * Functions run from their zips, as Lambda runs them: its runtime, its protocol, its class path.
 */
@NullMarked
package io.linernotes.local.packaged;

import org.jspecify.annotations.NullMarked;
