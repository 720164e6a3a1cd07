package io.linernotes.cache.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Claim;
import io.linernotes.cache.Slot;
import io.linernotes.config.Configuration;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.track.SpotifyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

class DynamoDbClientsTest {

  @Test
  void namesTheMissingTable() {
    assertThatIllegalStateException()
        .isThrownBy(() -> DynamoDbTrackCache.from(Configuration.of(Map.of("AWS_REGION", "eu"))))
        .withMessageStartingWith("CACHE_TABLE is not set.");
  }

  @Test
  void namesTheMissingRegion() {
    assertThatIllegalStateException()
        .isThrownBy(() -> DynamoDbTrackCache.from(Configuration.of(Map.of("CACHE_TABLE", "t"))))
        .withMessageStartingWith("AWS_REGION is not set.");
  }

  @Test
  void looksForCredentialsInTheDefaultChainOnlyWhenItIsAws() {
    DynamoDbClients.from(Configuration.of(Map.of("AWS_REGION", "eu-central-1"))).close();
  }

  @Test
  void makesOneRoundTripForAHundredKeysAndOneForAClaim() {
    RoundTrips roundTrips = new RoundTrips();
    Configuration configuration = LocalDynamoDb.withTable("round-trips");
    DynamoDbClientBuilder builder = DynamoDbClients.builder(configuration);
    builder.overrideConfiguration(
        builder.overrideConfiguration().toBuilder().addExecutionInterceptor(roundTrips).build());
    try (DynamoDbClient client = builder.build()) {
      DynamoDbTrackCache cache = new DynamoDbTrackCache(client, "round-trips");
      List<CacheKey<?>> keys =
          IntStream.range(0, 100)
              .<CacheKey<?>>mapToObj(i -> EnrichmentKeys.track(new SpotifyId("%022d".formatted(i))))
              .toList();

      cache.read(keys);
      assertThat(roundTrips.count).hasValue(1);

      Instant now = Instant.parse("2126-11-01T12:00:00Z");
      cache.claim(List.of(new Claim(Slot.empty(keys.getFirst()), now.plusSeconds(60))), now);
      assertThat(roundTrips.count).hasValue(2);
    }
  }

  private static final class RoundTrips implements ExecutionInterceptor {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void beforeExecution(
        Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
      count.incrementAndGet();
    }
  }
}
