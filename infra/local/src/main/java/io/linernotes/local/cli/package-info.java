/**
 * The command line: {@code ./linernotes up}, {@code demo}, {@code analyze} and so on.
 *
 * <p>{@link io.linernotes.local.cli.Linernotes} parses the arguments and runs one command. Commands
 * such as {@code up} and {@code demo} start the service in this process, with a {@link
 * io.linernotes.local.cli.LocalService}. Commands such as {@code analyze} and {@code status} call a
 * running service over HTTP, with an {@link io.linernotes.local.cli.ApiClient}. Results go to
 * standard output, progress and errors to standard error.
 */
@NullMarked
package io.linernotes.local.cli;

import org.jspecify.annotations.NullMarked;
