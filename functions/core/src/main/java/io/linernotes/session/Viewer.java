package io.linernotes.session;

/**
 * The signed-in user in whose name something is asked. It holds no token: who asks looks the
 * session up, and finds none once it has ended.
 *
 * @param scope where the answer is kept
 */
public record Viewer(SessionId session, Scope scope) {

  /** The same user asking for what everybody may see. */
  public Viewer in(Scope other) {
    return new Viewer(session, other);
  }
}
