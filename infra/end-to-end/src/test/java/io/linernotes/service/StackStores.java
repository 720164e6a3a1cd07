package io.linernotes.service;

import io.linernotes.local.stack.LocalStack;
import io.linernotes.local.stack.template.QueueSpec;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Direct access to a stack's table and queues, for tests that take DynamoDB's or SQS's part. */
public final class StackStores implements AutoCloseable {
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  private static final AttributeValue NONE = AttributeValue.builder().build();

  private final LocalStack stack;
  private final String table;
  private final DynamoDbClient dynamoDb;
  private final SqsClient sqs;

  StackStores(LocalStack stack) {
    this.stack = stack;
    this.dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(stack.dynamoDbUrl())
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .build();
    this.sqs =
        SqsClient.builder()
            .endpointOverride(stack.sqsUrl())
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .build();
    this.table = stack.environmentOf("ApiFunction").getOrDefault("CACHE_TABLE", "");
  }

  /** Empties the cache. */
  void emptyCache() {
    if (dynamoDb.scan(request -> request.tableName(table).limit(1)).count() == 0) {
      return;
    }
    var description = dynamoDb.describeTable(request -> request.tableName(table)).table();
    dynamoDb.deleteTable(request -> request.tableName(table));
    dynamoDb.createTable(
        request ->
            request
                .tableName(table)
                .attributeDefinitions(description.attributeDefinitions())
                .keySchema(description.keySchema())
                .billingMode(BillingMode.PAY_PER_REQUEST));
  }

  /** Removes the items whose keys have this prefix, as DynamoDB does after they expire. */
  void expire(String prefix) {
    keys(prefix)
        .forEach(
            key ->
                dynamoDb.deleteItem(
                    request ->
                        request.tableName(table).key(Map.of("key", AttributeValue.fromS(key)))));
  }

  /** The keys with this prefix. */
  public List<String> keys(String prefix) {
    return items(prefix).stream().map(item -> item.getOrDefault("key", NONE).s()).toList();
  }

  /** The keys of cached misses. */
  List<String> misses() {
    return items("").stream()
        .filter(item -> Boolean.TRUE.equals(item.getOrDefault("is_miss", NONE).bool()))
        .map(item -> item.getOrDefault("key", NONE).s())
        .toList();
  }

  /** The contents of the items whose keys have this prefix, as text. */
  String contents(String prefix) {
    return items(prefix).toString();
  }

  /**
   * The size of the largest item in bytes as DynamoDB counts it, without the few bytes of numbers.
   */
  int largestItem() {
    return items("").stream().mapToInt(StackStores::bytes).max().orElse(0);
  }

  private static int bytes(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(
            attribute -> {
              AttributeValue value = attribute.getValue();
              int size = value.b() != null ? value.b().asByteArrayUnsafe().length : 0;
              return attribute.getKey().length()
                  + size
                  + (value.s() == null ? 0 : value.s().length());
            })
        .sum();
  }

  private List<Map<String, AttributeValue>> items(String prefix) {
    return dynamoDb.scanPaginator(request -> request.tableName(table)).items().stream()
        .filter(item -> item.getOrDefault("key", NONE).s().startsWith(prefix))
        .toList();
  }

  /** Sends a message, as SQS does when it delivers one twice. */
  void deliver(String queue, String body) {
    sqs.sendMessage(request -> request.queueUrl(url(queue)).messageBody(body));
  }

  /** Removes all messages, including those that wait for redelivery. */
  void purge(String queue) {
    sqs.purgeQueue(request -> request.queueUrl(url(queue)));
  }

  private String url(String queue) {
    return stack.topology().queues().stream()
        .filter(spec -> spec.logicalId().equals(queue))
        .map(QueueSpec::url)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    sqs.close();
    dynamoDb.close();
  }
}
