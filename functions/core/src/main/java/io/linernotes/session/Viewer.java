package io.linernotes.session;

/**
 * The signed-in user in whose name a request is made. It holds no token: a worker looks the session
 * up, and finds none once it has ended.
 *
 * @param scope where the answer is cached
 */
public record Viewer(SessionId session, Scope scope) {

  /** The same user with another scope for the answer, such as everybody's. */
  public Viewer in(Scope other) {
    return new Viewer(session, other);
  }
}
