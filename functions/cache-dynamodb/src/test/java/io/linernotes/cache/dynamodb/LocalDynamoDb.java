package io.linernotes.cache.dynamodb;

import io.linernotes.config.Configuration;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local, started once for all tests on a free port. */
public final class LocalDynamoDb {

  private LocalDynamoDb() {}

  /**
   * The cache's table, created with longer deadlines than the cache has, because the server is
   * cold.
   */
  public static Configuration withTable(String table) {
    return withTable(table, environment());
  }

  /** The sessions' table likewise. */
  public static Configuration withSessionsTable(String table) {
    return with("SESSIONS_TABLE", table, "id", environment());
  }

  private static Map<String, String> environment() {
    return Map.of(
        "AWS_REGION", "eu-central-1",
        "AWS_ENDPOINT_URL_DYNAMODB", Server.ENDPOINT,
        "AWS_ACCESS_KEY_ID", "local",
        "AWS_SECRET_ACCESS_KEY", "local");
  }

  /** The same at the endpoint that {@code environment} names. */
  static Configuration withTable(String table, Map<String, String> environment) {
    return with("CACHE_TABLE", table, Item.KEY, environment);
  }

  private static Configuration with(
      String variable, String table, String key, Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put(variable, table);
    Configuration configuration = Configuration.of(variables);
    try (DynamoDbClient client =
        DynamoDbClients.builder(configuration)
            .overrideConfiguration(patient -> patient.apiCallTimeout(Duration.ofMinutes(2)))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(1)))
            .build()) {
      createTable(client, table, key);
    }
    return configuration;
  }

  private static void createTable(DynamoDbClient client, String table, String key) {
    client.createTable(
        request ->
            request
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    a -> a.attributeName(key).attributeType(ScalarAttributeType.S))
                .keySchema(k -> k.attributeName(key).keyType(KeyType.HASH)));
    client.waiter().waitUntilTableExists(request -> request.tableName(table));
  }

  /** Started only by tests that have no other DynamoDB. */
  private static final class Server {
    private static final String ENDPOINT = started();
  }

  private static String started() {
    try {
      String port = String.valueOf(freePort());
      DynamoDBProxyServer server =
          ServerRunner.createServerFromCommandLineArgs(
              new String[] {"-inMemory", "-port", port, "-disableTelemetry"});
      server.start();
      return "http://localhost:" + port;
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not start", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
