/**
 * Takes API Gateway's place: routes, keys, limits and the proxy event.
 *
 * <p>{@code HttpFront} receives a request, {@code Router} finds its route, and {@code ApiGateway}
 * checks the API key, the body's size and the body's model. It then invokes the function with a
 * {@code ProxyEvent} and reads the {@code ProxyResponse}. An error becomes the response that the
 * template defines for it, or API Gateway's default.
 */
@NullMarked
package io.linernotes.local.stack.gateway;

import org.jspecify.annotations.NullMarked;
