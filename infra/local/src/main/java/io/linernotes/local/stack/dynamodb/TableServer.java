package io.linernotes.local.stack.dynamodb;

import io.linernotes.local.stack.template.TableSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.dynamodb.services.local.main.CommandLineInput;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local with the template's tables, in memory or in a directory. */
public final class TableServer implements AutoCloseable {
  private static final int ATTEMPTS = 5;

  private final DynamoDBProxyServer server;
  private final URI endpoint;

  private TableServer(DynamoDBProxyServer server, URI endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  /** Starts it on a free port; with a directory, the tables outlive it. */
  public static TableServer start(Optional<Path> directory) throws Exception {
    logToStandardError();
    for (int attempt = 1; ; attempt++) {
      var port = freePort();
      try {
        var server = server(port, directory);
        server.start();
        return new TableServer(server, URI.create("http://127.0.0.1:" + port));
      } catch (IOException e) {
        // Someone else was faster to take the port.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Where it answers. */
  public URI endpoint() {
    return endpoint;
  }

  /** Creates the tables that are not there yet. */
  public void create(List<TableSpec> tables) {
    try (var client = client()) {
      tables.forEach(table -> create(client, table));
    }
  }

  /** DynamoDB Local logs to standard output, which belongs to whoever starts the stack. */
  private static void logToStandardError() {
    var property = "log4j2.configurationFile";
    if (System.getProperty(property) == null) {
      System.setProperty(property, "linernotes-local-log4j2.xml");
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** {@code createServerFromCommandLineArgs} does the same, and prints its arguments. */
  private static DynamoDBProxyServer server(int port, Optional<Path> directory) throws Exception {
    var input = new CommandLineInput(arguments(port, directory));
    if (!input.init()) {
      throw new IllegalArgumentException("DynamoDB Local does not know its arguments");
    }
    return ServerRunner.createServer(input);
  }

  private static String[] arguments(int port, Optional<Path> directory) throws IOException {
    var arguments =
        new ArrayList<>(List.of("-port", String.valueOf(port), "-sharedDb", "-disableTelemetry"));
    if (directory.isEmpty()) {
      arguments.add("-inMemory");
    } else {
      arguments.addAll(
          List.of("-dbPath", Files.createDirectories(directory.get()).toAbsolutePath().toString()));
    }
    return arguments.toArray(String[]::new);
  }

  private DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static void create(DynamoDbClient client, TableSpec table) {
    try {
      client.createTable(
          request -> {
            request
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keySchema(table.keySchema()))
                .attributeDefinitions(attributes(table.attributes()));
            if (!table.indexes().isEmpty()) {
              request.globalSecondaryIndexes(
                  table.indexes().stream().map(TableServer::index).toList());
            }
          });
    } catch (ResourceInUseException e) {
      // The data directory has it from an earlier run.
      return;
    }
    table
        .ttlAttribute()
        .ifPresent(
            attribute ->
                client.updateTimeToLive(
                    request ->
                        request
                            .tableName(table.name())
                            .timeToLiveSpecification(
                                ttl -> ttl.attributeName(attribute).enabled(true))));
  }

  private static List<KeySchemaElement> keySchema(Map<String, String> keys) {
    return keys.entrySet().stream()
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(key.getKey())
                    .keyType(key.getValue())
                    .build())
        .toList();
  }

  private static List<AttributeDefinition> attributes(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .map(
            attribute ->
                AttributeDefinition.builder()
                    .attributeName(attribute.getKey())
                    .attributeType(attribute.getValue())
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex index(TableSpec.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keySchema(index.keySchema()))
        .projection(
            projection -> {
              projection.projectionType(index.projection());
              if (!index.nonKeyAttributes().isEmpty()) {
                projection.nonKeyAttributes(index.nonKeyAttributes());
              }
            })
        .build();
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
