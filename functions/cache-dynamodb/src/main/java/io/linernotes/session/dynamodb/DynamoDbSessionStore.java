package io.linernotes.session.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import io.linernotes.cache.CacheUnavailableException;
import io.linernotes.cache.dynamodb.DynamoDbClients;
import io.linernotes.config.Configuration;
import io.linernotes.session.PendingLogin;
import io.linernotes.session.SealedTokens;
import io.linernotes.session.Session;
import io.linernotes.session.SessionId;
import io.linernotes.session.SessionStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Sessions and sign-ins in one DynamoDB table with partition key {@code id} and native TTL on
 * {@code expires_at}. Reads are strongly consistent, so a session that has ended is never found
 * again.
 */
public final class DynamoDbSessionStore implements SessionStore {

  private static final String HAS_THESE_TOKENS = "generation = :generation";

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbSessionStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * The sessions in the table that {@code SESSIONS_TABLE} names.
   *
   * @throws IllegalStateException if a variable is missing or malformed
   */
  public static DynamoDbSessionStore from(Configuration configuration) {
    String table =
        configuration.required("SESSIONS_TABLE", "Set it to the name of the sessions' table.");
    return new DynamoDbSessionStore(DynamoDbClients.from(configuration), table);
  }

  @Override
  public void begin(PendingLogin login) {
    put(SessionItem.of(login));
  }

  @Override
  public Optional<PendingLogin> take(SessionId login, Instant now) {
    try {
      Map<String, AttributeValue> taken =
          answered(
                  "DeleteItem",
                  () ->
                      client.deleteItem(
                          r ->
                              r.tableName(table)
                                  .key(SessionItem.loginKey(login))
                                  // Of several concurrent deletes exactly one finds the item.
                                  .conditionExpression("attribute_exists(id)")
                                  .returnValues(ReturnValue.ALL_OLD)))
              .attributes();
      return SessionItem.login(login, taken).filter(each -> now.isBefore(each.expiresAt()));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  @Override
  public void create(Session session) {
    put(SessionItem.of(session));
  }

  private void put(Map<String, AttributeValue> item) {
    answered("PutItem", () -> client.putItem(r -> r.tableName(table).item(item)));
  }

  @Override
  public Optional<Session> find(SessionId id, Instant now) {
    Map<String, AttributeValue> item =
        answered(
                "GetItem",
                () ->
                    client.getItem(
                        r ->
                            r.tableName(table)
                                .key(SessionItem.sessionKey(id))
                                .consistentRead(true)))
            .item();
    return SessionItem.session(id, item).filter(session -> now.isBefore(session.expiresAt()));
  }

  @Override
  public boolean claimRenewal(SessionId id, int generation, Instant until, Instant now) {
    return updated(
        id,
        "SET renewing_until = :until",
        HAS_THESE_TOKENS + " AND (attribute_not_exists(renewing_until) OR renewing_until <= :now)",
        Map.of(
            ":generation", number(generation),
            ":until", number(until.toEpochMilli()),
            ":now", number(now.toEpochMilli())));
  }

  @Override
  public void releaseRenewal(SessionId id, int generation) {
    updated(
        id, "REMOVE renewing_until", HAS_THESE_TOKENS, Map.of(":generation", number(generation)));
  }

  @Override
  public boolean renew(SessionId id, SealedTokens tokens) {
    return updated(
        id,
        "SET access_token = :access, access_expires_at = :until, refresh_token = :refresh,"
            + " generation = :next REMOVE renewing_until",
        HAS_THESE_TOKENS,
        Map.of(
            ":access", SessionItem.bytes(tokens.access()),
            ":until", number(tokens.accessExpiresAt().toEpochMilli()),
            ":refresh", SessionItem.bytes(tokens.refresh()),
            ":next", number(tokens.generation()),
            ":generation", number(tokens.generation() - 1)));
  }

  @Override
  public boolean revoke(SessionId id, int generation) {
    return updated(
        id,
        "REMOVE access_token, access_expires_at, refresh_token, generation, renewing_until",
        HAS_THESE_TOKENS,
        Map.of(":generation", number(generation)));
  }

  @Override
  public void delete(SessionId id) {
    answered(
        "DeleteItem",
        () -> client.deleteItem(r -> r.tableName(table).key(SessionItem.sessionKey(id))));
  }

  /** Updates the session; false if the condition failed. A deleted session is not recreated. */
  private boolean updated(
      SessionId id, String update, String condition, Map<String, AttributeValue> values) {
    try {
      answered(
          "UpdateItem",
          () ->
              client.updateItem(
                  r ->
                      r.tableName(table)
                          .key(SessionItem.sessionKey(id))
                          .updateExpression(update)
                          .conditionExpression(condition)
                          .expressionAttributeValues(values)));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private <R> R answered(String operation, Supplier<R> call) {
    try {
      return call.get();
    } catch (ConditionalCheckFailedException e) {
      throw e;
    } catch (SdkException e) {
      // Only the error code is kept: a message could quote the request.
      throw new CacheUnavailableException(
          "DynamoDB did not do " + operation + " on " + table, new IllegalStateException(code(e)));
    }
  }

  private static String code(SdkException e) {
    return e instanceof AwsServiceException service && service.awsErrorDetails() != null
        ? service.awsErrorDetails().errorCode()
        : e.getClass().getSimpleName();
  }

  private static AttributeValue number(long number) {
    return fromN(String.valueOf(number));
  }
}
