package io.linernotes.cache.dynamodb;

import io.linernotes.cache.TrackCache;
import io.linernotes.cache.TrackCacheContract;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** The contract, on LocalStack; skipped where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class DynamoDbTrackCacheOnLocalStackTest extends TrackCacheContract {

  @Container
  private static final LocalStackContainer LOCAL_STACK =
      new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.12"))
          .withServices("dynamodb");

  private static TrackCache cache;

  @BeforeAll
  static void createTable() {
    cache =
        DynamoDbTrackCache.from(
            LocalDynamoDb.withTable(
                "contract",
                Map.of(
                    "AWS_REGION", LOCAL_STACK.getRegion(),
                    "AWS_ENDPOINT_URL_DYNAMODB", LOCAL_STACK.getEndpoint().toString(),
                    "AWS_ACCESS_KEY_ID", LOCAL_STACK.getAccessKey(),
                    "AWS_SECRET_ACCESS_KEY", LOCAL_STACK.getSecretKey())));
  }

  @Override
  protected TrackCache cache() {
    return cache;
  }
}
