package io.linernotes.task.sqs;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Failures of SQS in words fit for a log. */
final class SqsFailures {

  private SqsFailures() {}

  /** The service's error code or the failure's name: a message could repeat what was sent. */
  static String reason(SdkException e) {
    return e instanceof AwsServiceException service && service.awsErrorDetails() != null
        ? service.awsErrorDetails().errorCode()
        : e.getClass().getSimpleName();
  }
}
