package io.linernotes.local.stack;

import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.local.stack.template.FunctionSpec;
import java.util.Map;

/**
 * The variables that Lambda adds to a function's own, those that keep the SDK local, and the one
 * that disables metrics, which nothing collects here.
 */
final class LambdaEnvironment {
  private LambdaEnvironment() {}

  static Map<String, String> of(FunctionSpec function, Endpoints endpoints) {
    return Map.ofEntries(
        Map.entry("AWS_REGION", "us-east-1"),
        Map.entry("AWS_DEFAULT_REGION", "us-east-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "local"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamoDb().toString()),
        Map.entry("AWS_ENDPOINT_URL_SQS", endpoints.sqs().toString()),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.name()),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memoryMegabytes())),
        Map.entry("POWERTOOLS_METRICS_DISABLED", "true"));
  }
}
