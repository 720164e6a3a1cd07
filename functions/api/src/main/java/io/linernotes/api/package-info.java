/**
 * The HTTP API's Lambda function, from the outside in:
 *
 * <ol>
 *   <li>{@link io.linernotes.api.ApiSetup} wires it from the environment;
 *   <li>{@link io.linernotes.api.ApiHandler} decodes an event, calls the routes, counts, measures,
 *       logs and encodes the answer;
 *   <li>{@link io.linernotes.api.Routes} is one switch over every route of the API;
 *   <li>a package per group of routes parses its requests, calls core and formats the answers:
 *       {@code analysis}, {@code record}, {@code cache}, {@code session}, {@code about}.
 * </ol>
 *
 * <p>{@code exchange} holds the request and answer types that they share, {@code priming} the code
 * that runs before a snapshot. To add a route, extend the switch, {@code about/openapi.json} and
 * {@code template.yaml}; tests compare the three.
 */
@NullMarked
package io.linernotes.api;

import org.jspecify.annotations.NullMarked;
