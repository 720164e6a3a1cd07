/**
 * Runs functions from their zips as Lambda does.
 *
 * <p>A {@link io.linernotes.local.packaged.PackagedFunction} unpacks the zip and starts a JVM with
 * Lambda's own runtime interface client, its class path and its options. The client requests events
 * from a {@code RuntimeApi}, a local server that implements Lambda's Runtime API.
 */
@NullMarked
package io.linernotes.local.packaged;

import org.jspecify.annotations.NullMarked;
