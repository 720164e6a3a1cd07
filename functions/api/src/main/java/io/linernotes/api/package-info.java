/**
 * The HTTP API Lambda, in floors:
 *
 * <ol>
 *   <li>{@link io.linernotes.api.ApiSetup} wires it from the environment;
 *   <li>{@link io.linernotes.api.ApiHandler} serves: it decodes an event, asks the routes, counts,
 *       measures, logs and encodes;
 *   <li>{@link io.linernotes.api.Routes} is one switch over every route of the API;
 *   <li>a package per group of routes parses its requests, calls core and formats the answers:
 *       {@code analysis}, {@code record}, {@code cache}, {@code session}, {@code about}.
 * </ol>
 *
 * <p>{@code exchange} holds what they share, {@code priming} what runs before a snapshot. To add a
 * route: the switch, {@code about/openapi.json}, {@code template.yaml}; tests compare the three.
 */
@NullMarked
package io.linernotes.api;

import org.jspecify.annotations.NullMarked;
