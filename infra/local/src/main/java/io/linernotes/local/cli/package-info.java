/**
 * The command line {@code ./linernotes}: one class per command, each of which talks to a service
 * over HTTP ({@code ApiClient}), except {@code up} and {@code demo}, which start one ({@code
 * LocalService}), and {@code invoke}, which runs a packaged function.
 *
 * <p>Results go to standard output, progress and errors to standard error. A command that cannot do
 * its work throws a {@code CommandException}, whose message says why and what to do.
 */
@NullMarked
package io.linernotes.local.cli;

import org.jspecify.annotations.NullMarked;
