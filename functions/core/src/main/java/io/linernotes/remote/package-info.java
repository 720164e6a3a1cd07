/** Tools for adapters that call a service: parallel calls, and retries with backoff. */
@NullMarked
package io.linernotes.remote;

import org.jspecify.annotations.NullMarked;
