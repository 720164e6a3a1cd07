/** How adapters call a service: several calls at a time, and again after a pause. */
@NullMarked
package io.linernotes.remote;

import org.jspecify.annotations.NullMarked;
