package io.linernotes.local.stack.template;

import java.util.Map;

/**
 * A method and path of the API that invokes a function.
 *
 * @param method in upper case, or {@code ANY}
 * @param path with {@code {parameter}} and {@code {proxy+}}
 * @param iam whether the caller must sign the request, which needs the admin key here
 * @param bodyModel the JSON Schema, draft 4, that a body is held to before the function sees it;
 *     empty if none is
 */
public record Route(
    String method,
    String path,
    String functionId,
    boolean apiKeyRequired,
    boolean iam,
    Map<String, Object> bodyModel) {}
