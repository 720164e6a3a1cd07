package io.linernotes.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.linernotes.cache.dynamodb.DynamoDbClients;
import io.linernotes.cache.dynamodb.DynamoDbTrackCache;
import io.linernotes.config.Configuration;
import io.linernotes.task.sqs.SqsClients;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A minimal function with the API's clients: one GetItem and an answer. {@link ColdStarts} compares
 * the API function with it.
 */
public final class BareHandler
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

  private final DynamoDbClient dynamoDb;
  private final String table;

  /** Constructed but unused, as in a request whose data is all cached. */
  private final SqsClient sqs;

  /** The constructor that Lambda calls. */
  public BareHandler() {
    Configuration configuration = Configuration.of(System.getenv());
    this.dynamoDb = DynamoDbClients.from(configuration);
    this.sqs = SqsClients.from(configuration);
    this.table = DynamoDbTrackCache.tableName(configuration);
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent event, Context context) {
    boolean found =
        dynamoDb
            .getItem(
                request ->
                    request
                        .tableName(table)
                        .key(Map.of("key", AttributeValue.fromS(event.getPath()))))
            .hasItem();
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(found ? 200 : 404)
        .withBody("{\"sqs\":\"" + sqs.serviceName() + "\"}");
  }
}
