package io.linernotes.session;

/** The contract, on the fake. */
class InMemorySessionStoreTest extends SessionStoreContract {

  private final SessionStore store = new InMemorySessionStore();

  @Override
  protected SessionStore store() {
    return store;
  }
}
