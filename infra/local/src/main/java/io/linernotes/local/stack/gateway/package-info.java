/**
 * API Gateway on one machine: an HTTP server, the template's routes, API keys, body models, sizes
 * and error responses, and the proxy event that a function gets.
 *
 * <p>A request becomes a {@code Request}, finds its route in the {@code Router}, is checked, and
 * becomes a {@code ProxyEvent}; the function's reply becomes an {@code Answer}. Requests queue when
 * all of the function's instances are busy. Idle and half-open connections are closed.
 */
@NullMarked
package io.linernotes.local.stack.gateway;

import org.jspecify.annotations.NullMarked;
