/**
 * What every worker Lambda shares: the loop over a batch, the pace of its calls, the HTTP client.
 */
@NullMarked
package io.linernotes.worker;

import org.jspecify.annotations.NullMarked;
