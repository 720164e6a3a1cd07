package io.linernotes.warming.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.dynamodb.DynamoDbClients;
import io.linernotes.cache.dynamodb.LocalDynamoDb;
import io.linernotes.config.Configuration;
import io.linernotes.track.SpotifyId;
import io.linernotes.warming.ResumePoint;
import io.linernotes.warming.WarmupTargets.Position;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DynamoDbResumePointTest {

  private static final Configuration CONFIGURATION = LocalDynamoDb.withTable("resume");
  private static final Instant NOW = Instant.parse("2127-01-01T12:00:00Z");
  private static final Position POSITION =
      new Position(new SpotifyId("37i9dQZF1DXcBWIGoYBM5M"), 500);

  @Test
  void aRunResumesWhereTheOneBeforeStopped() {
    ResumePoint point = new DynamoDbResumePoint(DynamoDbClients.from(CONFIGURATION), "resume");
    assertThat(point.load()).isEmpty();

    point.save(POSITION, NOW);
    assertThat(point.load()).contains(POSITION);

    point.save(null, NOW);
    assertThat(point.load()).isEmpty();
  }

  @Test
  void aStoreThatIsDownMeansToBeginAtTheTop() {
    ResumePoint point = new DynamoDbResumePoint(DynamoDbClients.from(CONFIGURATION), "no such");

    point.save(POSITION, NOW);

    assertThat(point.load()).isEmpty();
  }
}
