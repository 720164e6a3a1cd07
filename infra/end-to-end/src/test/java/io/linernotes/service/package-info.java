/** The service as a whole: the embedded stack over simulated providers, asked over HTTP. */
@NullMarked
package io.linernotes.service;

import org.jspecify.annotations.NullMarked;
