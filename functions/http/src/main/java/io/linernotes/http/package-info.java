/**
 * HTTP calls to other services. {@link io.linernotes.http.ProviderHttp} sends one {@link
 * io.linernotes.http.HttpCall} and answers with an {@link io.linernotes.http.HttpReply} or with the
 * reason why there is none; it never throws. A client of a provider is therefore a list of pure
 * functions: a call for each question, and a reading of the reply.
 *
 * <p>{@link io.linernotes.http.JdkHttp} sends over the network. One call is one request, so that
 * whoever counts calls counts requests: redirects are refused (another host must not see an API
 * key), and nothing is repeated after a connection failure. A call ends within its deadline however
 * slowly the body drips, a body of more than 8 MB is cut off, and a body in an encoding that nobody
 * asked for is refused.
 */
@NullMarked
package io.linernotes.http;

import org.jspecify.annotations.NullMarked;
