package io.linernotes.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.remote.Calls;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of sessions and pending sign-ins does. */
public abstract class SessionStoreContract {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOW = Instant.parse("2126-11-01T12:00:00Z");
  private static final Instant SOON = NOW.plusSeconds(30);

  /** The store under test; it may hold sessions of other tests. */
  protected abstract SessionStore store();

  @Test
  void givesBackASession() {
    Session session = session(tokens(0));
    store().create(session);

    assertThat(store().find(session.id(), NOW)).contains(session);
    assertThat(store().find(session.id(), session.expiresAt())).isEmpty();
    assertThat(store().find(Secret.random(RANDOM).hash(), NOW)).isEmpty();
  }

  @Test
  void givesBackASessionOfAUserWithoutAName() {
    Session session =
        new Session(
            Secret.random(RANDOM).hash(), new Account("u", "a", null), NOW, SOON, tokens(0));
    store().create(session);

    assertThat(store().find(session.id(), NOW)).contains(session);
  }

  @Test
  void givesASignInOutOnce() {
    PendingLogin login = login(URI.create("https://app.example/back"));
    store().begin(login);

    PendingLogin taken = store().take(login.id(), NOW).orElseThrow();

    assertThat(taken.browser()).isEqualTo(login.browser());
    assertThat(taken.verifier()).isEqualTo(login.verifier());
    assertThat(taken.returnTo()).isEqualTo(login.returnTo());
    assertThat(taken.expiresAt()).isEqualTo(login.expiresAt());
    assertThat(store().take(login.id(), NOW)).isEmpty();
  }

  @Test
  void givesASignInToOneOfManyWhoWantItAtOnce() {
    PendingLogin login = login(null);
    store().begin(login);

    List<Boolean> taken =
        Calls.<Integer, Boolean>inParallel(
            IntStream.range(0, 16).boxed().toList(),
            16,
            _ -> store().take(login.id(), NOW).isPresent());

    assertThat(taken).filteredOn(each -> each).hasSize(1);
  }

  @Test
  void givesNoSignInOutThatCameBackTooLate() {
    PendingLogin login = login(null);
    store().begin(login);

    assertThat(store().take(login.id(), login.expiresAt())).isEmpty();
  }

  @Test
  void aSignInIsNoSession() {
    PendingLogin login = login(null);
    store().begin(login);

    assertThat(store().find(login.id(), NOW)).isEmpty();
  }

  @Test
  void letsOneOfManyRenewTheTokens() {
    Session session = created();

    List<Boolean> claimed =
        Calls.<Integer, Boolean>inParallel(
            IntStream.range(0, 16).boxed().toList(),
            16,
            _ -> store().claimRenewal(session.id(), 0, SOON, NOW));

    assertThat(claimed).filteredOn(each -> each).hasSize(1);
    assertThat(store().claimRenewal(session.id(), 0, SOON.plusSeconds(30), SOON)).isTrue();
  }

  @Test
  void renewsTheTokensAndEndsTheLease() {
    Session session = created();
    store().claimRenewal(session.id(), 0, SOON, NOW);

    assertThat(store().renew(session.id(), tokens(1))).isTrue();

    assertThat(store().find(session.id(), NOW).map(Session::tokens)).contains(tokens(1));
    assertThat(store().claimRenewal(session.id(), 0, SOON, NOW)).isFalse();
    assertThat(store().claimRenewal(session.id(), 1, SOON, NOW)).isTrue();
  }

  @Test
  void renewsNoTokensTwice() {
    Session session = created();
    store().renew(session.id(), tokens(1));

    assertThat(store().renew(session.id(), tokens(1))).isFalse();
  }

  @Test
  void letsAnotherRenewAfterOneGaveUp() {
    Session session = created();
    store().claimRenewal(session.id(), 0, SOON, NOW);

    store().releaseRenewal(session.id(), 0);

    assertThat(store().claimRenewal(session.id(), 0, SOON, NOW)).isTrue();
  }

  @Test
  void takesTheTokensAwayThatWereRefused() {
    Session session = created();

    store().revoke(session.id(), 0);

    Session left = store().find(session.id(), NOW).orElseThrow();
    assertThat(left.tokens()).isNull();
    assertThat(left.account()).isEqualTo(session.account());
    assertThat(store().claimRenewal(session.id(), 0, SOON, NOW)).isFalse();
    assertThat(store().renew(session.id(), tokens(1))).isFalse();
  }

  @Test
  void leavesNewerTokensAlone() {
    Session session = created();
    store().renew(session.id(), tokens(1));

    store().revoke(session.id(), 0);

    assertThat(store().find(session.id(), NOW).map(Session::tokens)).contains(tokens(1));
  }

  @Test
  void bringsNoDeletedSessionBack() {
    Session session = created();
    store().claimRenewal(session.id(), 0, SOON, NOW);
    store().delete(session.id());

    assertThat(store().renew(session.id(), tokens(1))).isFalse();
    store().releaseRenewal(session.id(), 0);
    store().revoke(session.id(), 0);

    assertThat(store().find(session.id(), NOW)).isEmpty();
  }

  private Session created() {
    Session session = session(tokens(0));
    store().create(session);
    return session;
  }

  private static Session session(SealedTokens tokens) {
    return new Session(
        Secret.random(RANDOM).hash(),
        new Account("linernotes-dj", "0c1d", "DJ"),
        NOW,
        NOW.plus(Duration.ofDays(30)),
        tokens);
  }

  private static SealedTokens tokens(int generation) {
    return new SealedTokens(
        new byte[] {1, (byte) generation}, NOW.plusMillis(3_600_123), new byte[] {2}, generation);
  }

  private static PendingLogin login(@org.jspecify.annotations.Nullable URI returnTo) {
    return new PendingLogin(
        Secret.random(RANDOM).hash(),
        Secret.random(RANDOM).hash(),
        new byte[] {3},
        returnTo,
        NOW.plusSeconds(600));
  }
}
