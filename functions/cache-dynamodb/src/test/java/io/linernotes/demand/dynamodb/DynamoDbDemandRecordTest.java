package io.linernotes.demand.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.dynamodb.DynamoDbClients;
import io.linernotes.cache.dynamodb.LocalDynamoDb;
import io.linernotes.config.Configuration;
import io.linernotes.demand.DemandRecord;
import io.linernotes.demand.DemandRecordContract;
import io.linernotes.track.SpotifyId;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract, on DynamoDB Local. */
class DynamoDbDemandRecordTest extends DemandRecordContract {

  private static final String TABLE = "demand";
  private static final Configuration CONFIGURATION = LocalDynamoDb.withTable(TABLE);

  @Override
  protected DemandRecord demand(int places) {
    return new DynamoDbDemandRecord(DynamoDbClients.from(CONFIGURATION), TABLE, 1, places);
  }

  @Test
  void spreadsPlaylistsOverItemsAndFindsThemAll() {
    DemandRecord demand = DynamoDbDemandRecord.from(CONFIGURATION);
    Instant now = Instant.parse("2127-01-01T12:00:00Z");

    IntStream.range(0, 60)
        .mapToObj(number -> new SpotifyId("%022d".formatted(number)))
        .forEach(playlist -> demand.asked(playlist, 1, now));

    assertThat(demand.mostAsked(1_000, now)).hasSize(60);
  }

  @Test
  void aStoreThatIsDownCostsARequestNothing() {
    DemandRecord demand =
        new DynamoDbDemandRecord(DynamoDbClients.from(CONFIGURATION), "no such table");

    demand.asked(new SpotifyId("%022d".formatted(1)), 1, Instant.parse("2127-01-01T12:00:00Z"));
  }
}
