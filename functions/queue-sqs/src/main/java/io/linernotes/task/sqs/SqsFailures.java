package io.linernotes.task.sqs;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Describes failures of SQS for the log. */
final class SqsFailures {

  private SqsFailures() {}

  /** The service's error code or the exception's name; a message could quote the request. */
  static String reason(SdkException e) {
    return e instanceof AwsServiceException service && service.awsErrorDetails() != null
        ? service.awsErrorDetails().errorCode()
        : e.getClass().getSimpleName();
  }
}
