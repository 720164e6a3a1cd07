/**
 * HTTP calls to other services. {@link io.linernotes.http.ProviderHttp} sends one {@link
 * io.linernotes.http.HttpCall} and answers with an {@link io.linernotes.http.HttpReply} or with the
 * reason why there is none; it never throws. A provider's client is therefore a list of pure
 * functions: one builds a call, one reads its reply.
 *
 * <p>{@link io.linernotes.http.JdkHttp} sends over the network. One call is one request, so
 * counting calls counts requests: redirects are refused (another host must not see an API key), and
 * nothing is retried after a connection failure. A call ends by its deadline however slowly the
 * body arrives. A body of more than 8 MB is refused, and so is a content encoding that was not
 * requested.
 */
@NullMarked
package io.linernotes.http;

import org.jspecify.annotations.NullMarked;
