package io.linernotes.faults;

import io.linernotes.local.stack.LocalStack;
import io.linernotes.local.stack.LocalStackOptions;
import io.linernotes.local.stack.dynamodb.TableServer;
import io.linernotes.local.stack.sqs.QueueServer;
import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.simulator.Simulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A template's service, whose dependencies a fault can break. */
final class FaultyService implements AutoCloseable {

  private final World world;
  private final TableServer tableServer;
  private final QueueServer queueServer;
  private final StoreProxy tables;
  private final StoreProxy queues;
  private final LocalStack stack;

  private FaultyService(
      World world,
      TableServer tableServer,
      QueueServer queueServer,
      StoreProxy tables,
      StoreProxy queues,
      LocalStack stack) {
    this.world = world;
    this.tableServer = tableServer;
    this.queueServer = queueServer;
    this.tables = tables;
    this.queues = queues;
    this.stack = stack;
  }

  /** Starts everything, without a fault. */
  static FaultyService start(Path template, World world, Random random) throws Exception {
    TableServer tableServer = TableServer.start(Optional.empty());
    QueueServer queueServer = QueueServer.start(Optional.empty());
    StoreProxy tables = StoreProxy.start(tableServer.endpoint(), random);
    StoreProxy queues = StoreProxy.start(queueServer.endpoint(), random);
    Map<String, String> environment = new HashMap<>(world.simulator().environment());
    environment.put("SPOTIFY_CLIENT_SECRET", "faults");
    environment.put("LASTFM_API_KEY", "faults");
    LocalStack stack =
        LocalStack.start(
            LocalStackOptions.of(template)
                .withEndpoints(new Endpoints(tables.url(), queues.url()))
                .withParameters(world.parameters())
                .withEnvironment(environment));
    return new FaultyService(world, tableServer, queueServer, tables, queues, stack);
  }

  URI url() {
    return stack.url();
  }

  Simulator simulator() {
    return world.simulator();
  }

  /** The proxy between the functions and DynamoDB. */
  StoreProxy tables() {
    return tables;
  }

  /** The proxy between the functions and SQS. */
  StoreProxy queues() {
    return queues;
  }

  /** Makes every cached entry stale by one minute; stale entries are still served. */
  void makeStale() {
    String table = stack.environmentOf("ApiFunction").getOrDefault("CACHE_TABLE", "");
    AttributeValue past = AttributeValue.fromN(String.valueOf(Instant.now().getEpochSecond() - 60));
    try (DynamoDbClient client = client()) {
      client.scanPaginator(scan -> scan.tableName(table)).items().stream()
          .filter(item -> item.containsKey("fresh_until"))
          .forEach(
              item ->
                  client.updateItem(
                      update ->
                          update
                              .tableName(table)
                              .key(Map.of("key", item.getOrDefault("key", past)))
                              .updateExpression("SET fresh_until = :past")
                              .expressionAttributeValues(Map.of(":past", past))));
    }
  }

  /** A client of the real store, which bypasses the proxy. */
  private DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(tableServer.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  @Override
  public void close() throws Exception {
    stack.close();
    tables.close();
    queues.close();
    queueServer.close();
    tableServer.close();
  }
}
