package io.linernotes.local.stack.template;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What the API answers instead of its default, for one kind of error.
 *
 * @param type API Gateway's name, such as {@code INVALID_API_KEY}
 * @param headers by name, values as the template writes them: {@code 'quoted'} or {@code context.*}
 * @param templates bodies by media type
 */
public record GatewayResponse(
    String type, OptionalInt status, Map<String, String> headers, Map<String, String> templates) {}
