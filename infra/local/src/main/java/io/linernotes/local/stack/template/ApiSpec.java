package io.linernotes.local.stack.template;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The REST API.
 *
 * @param cors the headers that a preflight is answered with; empty when CORS is off
 * @param minimumCompressionSize bytes from which answers are compressed
 */
public record ApiSpec(
    String stage,
    List<Route> routes,
    List<GatewayResponse> gatewayResponses,
    List<String> binaryMediaTypes,
    OptionalInt minimumCompressionSize,
    Map<String, String> cors) {}
