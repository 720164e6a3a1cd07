package io.linernotes.session.dynamodb;

import io.linernotes.cache.dynamodb.LocalDynamoDb;
import io.linernotes.session.SessionStore;
import io.linernotes.session.SessionStoreContract;

/** The contract, on DynamoDB Local. */
class DynamoDbSessionStoreTest extends SessionStoreContract {

  private static final SessionStore STORE =
      DynamoDbSessionStore.from(LocalDynamoDb.withSessionsTable("sessions"));

  @Override
  protected SessionStore store() {
    return STORE;
  }
}
