/**
 * HTTP calls to other services. {@link io.linernotes.http.ProviderHttp} sends one {@link
 * io.linernotes.http.HttpCall} and answers with an {@link io.linernotes.http.HttpReply} or with the
 * reason why there is none; it never throws. {@link io.linernotes.http.JdkHttp} does so over the
 * network with every resource bounded: connecting, the whole exchange, the size of the body.
 *
 * <p>A client of a provider is therefore a list of pure functions: an {@code HttpCall} for each
 * question, and a reading of the reply.
 */
@NullMarked
package io.linernotes.http;

import org.jspecify.annotations.NullMarked;
