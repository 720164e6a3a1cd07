package io.linernotes.session;

import io.linernotes.time.MovableClock;
import java.security.SecureRandom;
import java.util.Map;

/** A signed-in user, with the stores and fakes of the sign-in. */
public final class SignedInUser {

  public final MovableClock clock;
  public final InMemorySessionStore store = new InMemorySessionStore();
  public final FakeSpotify spotify;
  public final TokenVault vault = vault();
  public final SignIn signIn;
  public final UserTokens tokens;
  public final Secret token;
  public final Session session;

  public SignedInUser(MovableClock clock) {
    this(clock, new FakeSpotify());
  }

  /** A user whose tokens come from {@code spotify}. */
  public SignedInUser(MovableClock clock, FakeSpotify spotify) {
    this.clock = clock;
    this.spotify = spotify;
    this.signIn = new SignIn(store, vault, spotify, new SecureRandom(), clock);
    this.tokens = new UserTokens(store, vault, spotify, clock, _ -> Thread.yield());
    SignIn.Begun begun = signIn.begin(null);
    SignIn.Result.SignedIn signedIn =
        (SignIn.Result.SignedIn) signIn.complete(begun.state(), begun.browser(), "code");
    this.token = signedIn.token();
    this.session = signedIn.session();
  }

  /** The viewer for requests in the user's name. */
  public Viewer viewer() {
    return session.viewer();
  }

  /** A vault with a key of its own. */
  public static TokenVault vault() {
    SessionKeys keys = SessionKeys.of("1", Map.of("1", "a key of thirty-two characters..."));
    return new AesGcmVault(() -> keys, new SecureRandom());
  }
}
