package io.linernotes.local.stack;

import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.local.stack.template.FunctionSpec;
import java.util.Map;

/** The variables that Lambda adds to a function's own, and those that keep the SDK local. */
final class LambdaEnvironment {
  private LambdaEnvironment() {}

  static Map<String, String> of(FunctionSpec function, Endpoints endpoints) {
    return Map.of(
        "AWS_REGION", "us-east-1",
        "AWS_DEFAULT_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "local",
        "AWS_SECRET_ACCESS_KEY", "local",
        "AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamoDb().toString(),
        "AWS_ENDPOINT_URL_SQS", endpoints.sqs().toString(),
        "AWS_LAMBDA_FUNCTION_NAME", function.name(),
        "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memoryMegabytes()));
  }
}
