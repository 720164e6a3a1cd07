package io.linernotes.local.stack.dynamodb;

import io.linernotes.local.stack.template.TableSpec;
import java.net.URI;
import java.util.List;
import java.util.Map;
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

/** Creates the template's tables in any server that speaks DynamoDB's protocol. */
public final class Tables {
  private final URI endpoint;

  /** Tables in the DynamoDB at this endpoint. */
  public Tables(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Creates the tables that do not exist yet. */
  public void create(List<TableSpec> tables) {
    try (var client = client()) {
      tables.forEach(table -> create(client, table));
    }
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
              request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
            }
          });
    } catch (ResourceInUseException e) {
      // The data directory already contains it from an earlier run.
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
}
