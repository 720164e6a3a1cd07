/** Tests of the whole service: the embedded stack over simulated providers, called over HTTP. */
@NullMarked
package io.linernotes.service;

import org.jspecify.annotations.NullMarked;
