package io.linernotes.local.stack.gateway;

import com.fasterxml.jackson.databind.node.TextNode;
import io.linernotes.local.stack.template.GatewayResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Responses to errors: the template's, or API Gateway's defaults. */
final class GatewayResponses {
  private static final Pattern CONTEXT = Pattern.compile("\\$context\\.([A-Za-z.]+[A-Za-z])");
  private static final String DEFAULT_BODY = "{\"message\":$context.error.messageString}";
  private static final String JSON = "application/json";

  private final Map<String, GatewayResponse> responses;

  GatewayResponses(List<GatewayResponse> responses) {
    this.responses =
        responses.stream()
            .collect(Collectors.toUnmodifiableMap(GatewayResponse::type, Function.identity()));
  }

  Answer answer(GatewayError error, String requestId) {
    return answer(error, requestId, "");
  }

  /**
   * The answer to an error.
   *
   * @param reason the validation errors, in API Gateway's form {@code [a, b]}
   */
  Answer answer(GatewayError error, String requestId, String reason) {
    var response = responses.getOrDefault(error.name(), responses.get(error.fallback()));
    var context = context(error, requestId, reason);
    var status = response == null ? error.status() : response.status().orElse(error.status());
    var headers = new HashMap<String, List<String>>();
    headers.put("Content-Type", List.of(JSON));
    headers.put("x-amzn-ErrorType", List.of(error.errorType()));
    if (response != null) {
      response
          .headers()
          .forEach((name, value) -> headers.put(name, List.of(header(value, context))));
    }
    return Answer.text(status, headers, substitute(template(response), context));
  }

  private static Map<String, String> context(GatewayError error, String requestId, String reason) {
    var quoted = TextNode.valueOf(reason).toString();
    return Map.of(
        "error.message", error.message(),
        "error.messageString", TextNode.valueOf(error.message()).toString(),
        "error.responseType", error.name(),
        // Unlike error.messageString, this variable has no quotes around it.
        "error.validationErrorString", quoted.substring(1, quoted.length() - 1),
        "requestId", requestId);
  }

  private static String header(String value, Map<String, String> context) {
    return value.startsWith("'")
        ? value.substring(1, value.length() - 1)
        : context.getOrDefault(value.replaceFirst("^context\\.", ""), "");
  }

  private static String template(@Nullable GatewayResponse response) {
    if (response == null || response.templates().isEmpty()) {
      return DEFAULT_BODY;
    }
    var templates = response.templates();
    return templates.getOrDefault(JSON, templates.values().iterator().next());
  }

  private static String substitute(String template, Map<String, String> context) {
    return CONTEXT
        .matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(context.getOrDefault(match.group(1), "")));
  }
}
