/** What every worker Lambda shares: the loop over a batch and the pace of its calls. */
@NullMarked
package io.linernotes.worker;

import org.jspecify.annotations.NullMarked;
