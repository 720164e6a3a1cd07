package io.linernotes.cache.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.CacheUnavailableException;
import io.linernotes.cache.Claim;
import io.linernotes.cache.Entry;
import io.linernotes.cache.Slot;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.NameCorrection;
import io.linernotes.remote.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The results of partial answers, refusals and outages, and how many calls they cost. */
class DynamoDbFailuresTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.5Z");
  private static final String TABLE = "tracks";
  private static final CacheKey<NameCorrection> KEY = key(0);

  private final ScriptedDynamoDb dynamoDb = new ScriptedDynamoDb();
  private final DynamoDbTrackCache cache =
      new DynamoDbTrackCache(dynamoDb, TABLE, Backoff.standard().withoutPauses());

  @Test
  void makesNoCallForNothing() {
    cache.read(List.of());
    cache.claim(List.of(), NOW);
    cache.release(List.of());
    cache.invalidate(List.of(), NOW);

    assertThat(dynamoDb.requests()).isEmpty();
  }

  @Test
  void reads250KeysInThreeCalls() {
    dynamoDb.then(DynamoDbFailuresTest::echo);

    cache.read(keys(250));

    assertThat(dynamoDb.requests())
        .extracting(request -> asked(request).size())
        .containsExactlyInAnyOrder(100, 100, 50);
  }

  @Test
  void asksForAKeyOnce() {
    dynamoDb.then(DynamoDbFailuresTest::echo);

    cache.read(List.of(KEY, KEY, key(0)));

    assertThat(dynamoDb.requests()).singleElement().extracting(r -> asked(r).size()).isEqualTo(1);
  }

  @Test
  void asksAgainForUnprocessedKeysOnly() {
    dynamoDb
        .then(request -> partial(request, 60))
        .then(request -> partial(request, 30))
        .then(DynamoDbFailuresTest::echo);

    var view = cache.read(keys(100));

    assertThat(dynamoDb.requests())
        .extracting(request -> asked(request).size())
        .containsExactly(100, 40, 10);
    assertThat(keys(100)).allSatisfy(key -> assertThat(view.slot(key).entry()).isNotNull());
  }

  @Test
  void givesUpOnKeysThatStayUnprocessed() {
    dynamoDb.then(request -> partial(request, 0));

    assertThatExceptionOfType(CacheUnavailableException.class)
        .isThrownBy(() -> cache.read(List.of(KEY)))
        .withMessage("DynamoDB left 1 keys of BatchGetItem on tracks undone");
    assertThat(dynamoDb.requests()).hasSize(8);
  }

  @Test
  void invalidatesEachKeyInOneCall() {
    dynamoDb.then(PutItemResponse.builder().build());

    cache.invalidate(keys(30), NOW);

    assertThat(dynamoDb.requests()).hasSize(30);
  }

  static Stream<RuntimeException> outages() {
    return Stream.of(
        ProvisionedThroughputExceededException.builder()
            .message("secret body")
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode("ProvisionedThroughputExceeded").build())
            .build(),
        ApiCallTimeoutException.create(12_000),
        SdkClientException.create("Unable to execute HTTP request: secret body"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void tellsAnOutageFromAnEmptyCache(RuntimeException outage) {
    dynamoDb.then(outage);

    assertUnavailable("BatchGetItem", () -> cache.read(List.of(KEY)));
    assertUnavailable("UpdateItem", () -> cache.claim(List.of(claim(Slot.empty(KEY))), NOW));
    assertUnavailable("UpdateItem", () -> cache.release(List.of(KEY)));
    assertUnavailable("PutItem", () -> cache.put(entry(KEY), null));
    assertUnavailable("PutItem", () -> cache.invalidate(List.of(KEY), NOW));
  }

  /** One throttled write must not keep the messages of all other claims from being sent. */
  @Test
  void aClaimWithoutAnAnswerIsLostAndGivenBackAndTheOthersStand() {
    CacheKey<?> throttled = key(1);
    dynamoDb.then(
        request -> {
          if (request instanceof UpdateItemRequest update
              && update.key().equals(Item.key(throttled))
              && update.updateExpression().startsWith("SET")) {
            throw ProvisionedThroughputExceededException.builder().message("slow down").build();
          }
          return UpdateItemResponse.builder().build();
        });

    var won = cache.claim(keys(3).stream().map(k -> claim(Slot.empty(k))).toList(), NOW);

    assertThat(won).isEqualTo(Set.of(key(0), key(2)));
    UpdateItemRequest back = (UpdateItemRequest) dynamoDb.requests().getLast();
    UpdateItemRequest taken =
        dynamoDb.requests().stream()
            .map(UpdateItemRequest.class::cast)
            .filter(request -> request.key().equals(Item.key(throttled)))
            .findFirst()
            .orElseThrow();
    assertThat(back.key()).isEqualTo(Item.key(throttled));
    assertThat(back.updateExpression()).isEqualTo("REMOVE #lease_until");
    assertThat(back.conditionExpression()).isEqualTo("#lease_until = :lease_until");
    assertThat(back.expressionAttributeValues().get(":lease_until"))
        .as("its own lease and no other")
        .isEqualTo(taken.expressionAttributeValues().get(":lease_until"));
  }

  @Test
  void claimsEachKeyInOneCall() {
    dynamoDb.then(UpdateItemResponse.builder().build());

    assertThat(cache.claim(keys(40).stream().map(k -> claim(Slot.empty(k))).toList(), NOW))
        .hasSize(40);
    assertThat(dynamoDb.requests()).hasSize(40);
  }

  @Test
  void losesAClaimInOneCall() {
    dynamoDb.then(refusal(Map.of(Item.LEASE_UNTIL, Item.seconds(NOW.plusSeconds(2700)))));

    assertThat(cache.claim(List.of(claim(Slot.empty(KEY))), NOW)).isEmpty();
    assertThat(dynamoDb.requests()).hasSize(1);
  }

  @Test
  void knowsItsOwnLeaseWhenTheFirstAnswerWasLost() {
    dynamoDb.then(
        request -> {
          AttributeValue own =
              ((UpdateItemRequest) request).expressionAttributeValues().get(":lease_until");
          throw refusal(Map.of(Item.LEASE_UNTIL, Objects.requireNonNull(own)));
        });

    assertThat(cache.claim(List.of(claim(Slot.empty(KEY))), NOW)).containsExactly(KEY);
  }

  @Test
  void knowsItsOwnEntryWhenTheFirstAnswerWasLost() {
    dynamoDb.then(
        request -> {
          throw refusal(((PutItemRequest) request).item());
        });

    assertThat(cache.put(entry(KEY), null)).isEmpty();
  }

  @Test
  void keepsTheEndOfAServableEntryUnderALease() {
    dynamoDb.then(UpdateItemResponse.builder().build());
    Slot<NameCorrection> stale = new Slot<>(KEY, entry(KEY), null);

    cache.claim(List.of(claim(stale)), NOW);

    assertThat(update().expressionAttributeNames()).doesNotContainValue(Item.EXPIRES_AT);
  }

  @Test
  void keepsTtlFromTheLeaseOnNothing() {
    dynamoDb.then(UpdateItemResponse.builder().build());

    cache.claim(List.of(claim(Slot.empty(KEY))), NOW);

    assertThat(update().expressionAttributeValues())
        .containsEntry(":expires_at", AttributeValue.fromN("1793537161"));
  }

  @Test
  void storesItemsOfTheAgreedForm() {
    dynamoDb.then(PutItemResponse.builder().build());

    cache.put(entry(KEY), null);

    Map<String, AttributeValue> item = ((PutItemRequest) dynamoDb.requests().getFirst()).item();
    assertThat(item.keySet())
        .containsExactlyInAnyOrder(
            "key",
            "kind",
            "body",
            "fetched_at",
            "fresh_until",
            "expires_at",
            "is_miss",
            "misses",
            "schema");
    assertThat(item)
        .containsEntry("key", AttributeValue.fromS("lastfm:correction:0"))
        .containsEntry("kind", AttributeValue.fromS("lastfm_correction"))
        .containsEntry("fetched_at", AttributeValue.fromN("1793534400.5"))
        .containsEntry("expires_at", AttributeValue.fromN("1796731201"))
        .containsEntry("is_miss", AttributeValue.fromBool(false))
        .containsEntry("misses", AttributeValue.fromN("0"))
        .containsEntry("schema", AttributeValue.fromN("2"));
  }

  @Test
  void namesAnEntryThatIsTooLarge() {
    byte[] noise = new byte[600_000];
    new Random(1).nextBytes(noise);
    CacheKey<LastfmArtist> key = new CacheKey<>(EnrichmentKeys.LASTFM_ARTIST, "artist_x");
    LastfmArtist artist =
        new LastfmArtist(
            "x",
            java.util.Base64.getEncoder().encodeToString(noise),
            List.of(),
            null,
            null,
            null,
            null,
            List.of(),
            Map.of());

    assertThatExceptionOfType(EntryTooLargeException.class)
        .isThrownBy(() -> cache.put(Entry.found(key, artist, NOW), null))
        .withMessageMatching(
            "the entry of artist_x has 60\\d{4} bytes, and an item at most 409600");
    assertThat(dynamoDb.requests()).isEmpty();
  }

  @Test
  void readsWhatItCannotReadAsNothingButItsLease() {
    Instant leaseUntil = NOW.plusSeconds(60);
    for (Map<String, AttributeValue> damage : damages()) {
      Map<String, AttributeValue> item = new java.util.HashMap<>(Item.of(entry(KEY)));
      item.putAll(damage);
      item.put(Item.LEASE_UNTIL, Item.seconds(leaseUntil));

      assertThat(Item.slot(KEY, item)).isEqualTo(new Slot<>(KEY, null, leaseUntil));
    }
  }

  @Test
  void replacesWhatItCannotRead() {
    for (Map<String, AttributeValue> damage : damages()) {
      Map<String, AttributeValue> item = new java.util.HashMap<>(Item.of(entry(KEY)));
      item.putAll(damage);
      ScriptedDynamoDb damaged =
          new ScriptedDynamoDb().then(refusal(item)).then(PutItemResponse.builder().build());

      assertThat(new DynamoDbTrackCache(damaged, TABLE).put(entry(KEY), null)).isEmpty();
      assertThat(((PutItemRequest) damaged.requests().getLast()).expressionAttributeValues())
          .containsEntry(":fetched_at", Item.seconds(NOW));
    }
  }

  @Test
  void leasesWhatItCannotRead() {
    for (Map<String, AttributeValue> damage : damages()) {
      Map<String, AttributeValue> item = new java.util.HashMap<>(Item.of(entry(KEY)));
      item.putAll(damage);
      ScriptedDynamoDb damaged =
          new ScriptedDynamoDb().then(refusal(item)).then(UpdateItemResponse.builder().build());

      assertThat(new DynamoDbTrackCache(damaged, TABLE).claim(List.of(claim(Slot.empty(KEY))), NOW))
          .containsExactly(KEY);
    }
  }

  private static List<Map<String, AttributeValue>> damages() {
    AttributeValue noGzip =
        AttributeValue.fromB(software.amazon.awssdk.core.SdkBytes.fromUtf8String("{}"));
    return List.of(
        Map.of(Item.SCHEMA, AttributeValue.fromN("999")),
        Map.of(Item.BODY, noGzip),
        Map.of(Item.BODY, AttributeValue.fromS("text")),
        Map.of(Item.KIND, AttributeValue.fromS("another")),
        Map.of(Item.FRESH_UNTIL, AttributeValue.fromS("tomorrow")));
  }

  private UpdateItemRequest update() {
    return (UpdateItemRequest) dynamoDb.requests().getFirst();
  }

  private void assertUnavailable(String operation, Runnable call) {
    assertThatExceptionOfType(CacheUnavailableException.class)
        .isThrownBy(call::run)
        .withMessageStartingWith("DynamoDB did not do " + operation + " on tracks: ")
        .withMessageNotContaining("secret");
  }

  private static ConditionalCheckFailedException refusal(Map<String, AttributeValue> item) {
    return ConditionalCheckFailedException.builder().item(item).build();
  }

  private static CacheKey<NameCorrection> key(int number) {
    return new CacheKey<>(EnrichmentKeys.LASTFM_CORRECTION, "lastfm:correction:" + number);
  }

  private static List<CacheKey<NameCorrection>> keys(int count) {
    return IntStream.range(0, count).mapToObj(DynamoDbFailuresTest::key).toList();
  }

  private static Entry<NameCorrection> entry(CacheKey<NameCorrection> key) {
    return Entry.found(key, new NameCorrection("Björk", "Jóga"), NOW);
  }

  private static Claim claim(Slot<?> seen) {
    return new Claim(seen, NOW.plus(Duration.ofMinutes(45)));
  }

  private static List<Map<String, AttributeValue>> asked(DynamoDbRequest request) {
    return Objects.requireNonNull(((BatchGetItemRequest) request).requestItems().get(TABLE)).keys();
  }

  /** An entry for every key asked. */
  private static BatchGetItemResponse echo(DynamoDbRequest request) {
    return partial(request, asked(request).size());
  }

  /** An entry for the first keys asked; the others are unprocessed. */
  private static BatchGetItemResponse partial(DynamoDbRequest request, int processed) {
    List<Map<String, AttributeValue>> keys = asked(request);
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (Map<String, AttributeValue> key : keys.subList(0, processed)) {
      items.add(Item.of(entry(new CacheKey<>(EnrichmentKeys.LASTFM_CORRECTION, Item.keyOf(key)))));
    }
    List<Map<String, AttributeValue>> left = keys.subList(processed, keys.size());
    BatchGetItemResponse.Builder answer =
        BatchGetItemResponse.builder().responses(Map.of(TABLE, items));
    if (!left.isEmpty()) {
      answer.unprocessedKeys(Map.of(TABLE, KeysAndAttributes.builder().keys(left).build()));
    }
    return answer.build();
  }
}
