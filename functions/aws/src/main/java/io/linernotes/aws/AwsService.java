package io.linernotes.aws;

import java.util.Locale;

/** An AWS service that a function calls. */
public enum AwsService {
  DYNAMODB("DynamoDB", "table"),
  SQS("SQS", "queues");

  private final String displayName;
  private final String resource;

  AwsService(String displayName, String resource) {
    this.displayName = displayName;
    this.resource = resource;
  }

  /** The variable that names another endpoint for this service alone. */
  String endpointVariable() {
    return "AWS_ENDPOINT_URL_" + name().toUpperCase(Locale.ROOT);
  }

  String endpointRemedy() {
    return "Set it to " + displayName + "'s endpoint, or leave it out for the region's own.";
  }

  String regionRemedy() {
    return "Set it to the region of the " + resource + ", such as eu-central-1; Lambda does so.";
  }
}
