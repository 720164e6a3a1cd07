package io.linernotes.service;

import io.linernotes.local.stack.template.Endpoints;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** The analysis on LocalStack; skipped without Docker. */
@Testcontainers(disabledWithoutDocker = true)
final class WholeAnalysisOnLocalStackTest extends WholeAnalysisContract {

  @Container
  private static final LocalStackContainer LOCAL_STACK =
      new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.12"))
          .withServices("dynamodb", "sqs");

  @Override
  Endpoints endpoints() {
    return new Endpoints(LOCAL_STACK.getEndpoint(), LOCAL_STACK.getEndpoint());
  }
}
