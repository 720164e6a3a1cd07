package io.linernotes.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.remote.Calls;
import io.linernotes.time.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserTokensTest {

  private final SignedInUser user = new SignedInUser(MovableClock.atNoon());
  private final SessionId id = user.session.id();

  @Test
  void givesTheTokenWhileItIsGood() {
    user.clock.advance(Duration.ofMinutes(57));

    assertThat(user.tokens.access(id)).isEqualTo(new Access.Granted("access-1", 0));
    assertThat(user.spotify.refreshedWith()).isEmpty();
  }

  @Test
  void renewsTheTokenShortlyBeforeItEnds() {
    user.clock.advance(Duration.ofMinutes(59));

    assertThat(user.tokens.access(id)).isEqualTo(new Access.Granted("access-2", 1));
    assertThat(user.tokens.access(id)).isEqualTo(new Access.Granted("access-2", 1));
    assertThat(user.spotify.refreshedWith()).containsExactly("refresh-1");
  }

  @Test
  void goesOnWithTheRefreshTokenThatCameLast() {
    user.clock.advance(Duration.ofHours(2));
    user.tokens.access(id);
    user.clock.advance(Duration.ofHours(2));
    user.spotify.refreshing(
        new SpotifyReply.Granted<>(
            new SpotifySignIn.Tokens("access-without", null, Duration.ofHours(1))));
    user.tokens.access(id);
    user.clock.advance(Duration.ofHours(2));
    user.tokens.access(id);

    assertThat(user.spotify.refreshedWith()).containsExactly("refresh-1", "refresh-2", "refresh-2");
  }

  @Test
  void renewsOnceHoweverManyWantIt() {
    user.clock.advance(Duration.ofHours(2));

    List<Access> all =
        Calls.<Integer, Access>inParallel(
            IntStream.range(0, 64).boxed().toList(), 64, _ -> another().access(id));

    assertThat(all).containsOnly(new Access.Granted("access-2", 1));
    assertThat(user.spotify.refreshedWith()).hasSize(1);
  }

  /** Another instance, which shares only the store. */
  private UserTokens another() {
    return new UserTokens(
        user.store, user.vault, user.spotify, user.clock, duration -> Thread.sleep(5));
  }

  @Test
  void goesOnWithTheOldTokenWhileAnotherRenewsIt() {
    user.clock.advance(Duration.ofMinutes(59));
    user.store.claimRenewal(id, 0, user.clock.instant().plusSeconds(30), user.clock.instant());

    assertThat(user.tokens.access(id)).isEqualTo(new Access.Granted("access-1", 0));
  }

  @Test
  void givesUpWaitingForAnother() {
    user.clock.advance(Duration.ofHours(2));
    user.store.claimRenewal(id, 0, user.clock.instant().plusSeconds(30), user.clock.instant());

    assertThat(user.tokens.access(id)).isInstanceOf(Access.Unavailable.class);
  }

  @Test
  void takesOverFromOneWhoDiedRenewing() {
    user.clock.advance(Duration.ofHours(2));
    user.store.claimRenewal(id, 0, user.clock.instant().plusSeconds(30), user.clock.instant());
    user.clock.advance(UserTokens.LEASE);

    assertThat(user.tokens.access(id)).isEqualTo(new Access.Granted("access-2", 1));
  }

  @Test
  void endsTheSessionWhenTheRefreshTokenIsRevoked() {
    user.clock.advance(Duration.ofHours(2));
    user.spotify.refreshing(new SpotifyReply.Refused<>());

    assertThat(user.tokens.access(id)).isEqualTo(new Access.Ended());
    assertThat(user.tokens.access(id)).isEqualTo(new Access.Ended());
    assertThat(user.spotify.refreshedWith()).hasSize(1);
    assertThat(user.signIn.session(user.token))
        .hasValueSatisfying(session -> assertThat(session.isOpen(user.clock.instant())).isFalse());
  }

  @Test
  void keepsTheSessionWhileSpotifyDoesNotAnswer() {
    user.clock.advance(Duration.ofMinutes(59));
    user.spotify.refreshing(new SpotifyReply.Unavailable<>("renewal: HTTP 503", null));
    assertThat(user.tokens.access(id)).isEqualTo(new Access.Granted("access-1", 0));

    user.clock.advance(Duration.ofMinutes(1));
    user.spotify.refreshing(new SpotifyReply.Unavailable<>("renewal: HTTP 503", null));
    assertThat(user.tokens.access(id)).isEqualTo(new Access.Unavailable("renewal: HTTP 503", null));

    assertThat(user.tokens.access(id)).isEqualTo(new Access.Granted("access-2", 1));
  }

  @Test
  void renewsATokenThatSpotifyRefusesBeforeItsTime() {
    Access.Granted refused = (Access.Granted) user.tokens.access(id);

    assertThat(user.tokens.accessInsteadOf(refused, id))
        .isEqualTo(new Access.Granted("access-2", 1));
    assertThat(user.tokens.accessInsteadOf(refused, id))
        .isEqualTo(new Access.Granted("access-2", 1));
    assertThat(user.spotify.refreshedWith()).hasSize(1);
  }

  @Test
  void endsTheSessionWhoseNewTokensAreRefusedToo() {
    Access.Granted refused = (Access.Granted) user.tokens.access(id);
    Access.Granted again = (Access.Granted) user.tokens.accessInsteadOf(refused, id);

    user.tokens.revoke(again, id);

    assertThat(user.tokens.access(id)).isEqualTo(new Access.Ended());
  }

  @Test
  void givesNoTokenOfASessionThatWasDeleted() {
    user.signIn.end(user.session);

    assertThat(user.tokens.access(id)).isEqualTo(new Access.Ended());
  }

  @Test
  void bringsNoSessionBackThatWasDeletedWhileItWasRenewed() {
    user.clock.advance(Duration.ofHours(2));
    UserTokens deleting =
        new UserTokens(
            user.store,
            user.vault,
            new FakeSpotify() {
              @Override
              public SpotifyReply<Tokens> refresh(String refreshToken) {
                user.signIn.end(user.session);
                return super.refresh(refreshToken);
              }
            },
            user.clock,
            _ -> {});

    assertThat(deleting.access(id)).isEqualTo(new Access.Ended());
    assertThat(user.signIn.session(user.token)).isEmpty();
  }

  @Test
  void goesOnWithTheTokensOfOneWhoRenewedThemAfterAll() {
    for (boolean refused : new boolean[] {true, false}) {
      user.clock.advance(Duration.ofHours(2));
      UserTokens slow = overtaken(refused);

      assertThat(slow.access(id)).isEqualTo(user.tokens.access(id));
      assertThat(user.tokens.access(id)).isInstanceOf(Access.Granted.class);
    }
  }

  /** An instance that renews so slowly that another one takes over the lease and finishes first. */
  private UserTokens overtaken(boolean refused) {
    return new UserTokens(
        user.store,
        user.vault,
        new FakeSpotify() {
          @Override
          public SpotifyReply<Tokens> refresh(String refreshToken) {
            user.clock.advance(UserTokens.LEASE);
            user.tokens.access(id);
            return refused ? new SpotifyReply.Refused<>() : super.refresh(refreshToken);
          }
        },
        user.clock,
        _ -> {});
  }

  @Test
  void endsASessionWhoseKeyIsNoMore() {
    UserTokens withOtherKeys =
        new UserTokens(
            user.store,
            AesGcmVaultTest.vault("2", "another key of thirty-two letters"),
            user.spotify,
            user.clock,
            _ -> {});

    assertThat(withOtherKeys.access(id)).isEqualTo(new Access.Ended());
    assertThat(user.tokens.access(id)).isEqualTo(new Access.Ended());
  }

  @Test
  void opensNoTokensOfAnotherSession() {
    SignedInUser other = new SignedInUser(user.clock);
    SealedTokens stolen = java.util.Objects.requireNonNull(user.session.tokens());
    Session forged =
        new Session(
            other.session.id(),
            other.session.account(),
            other.session.createdAt(),
            other.session.expiresAt(),
            stolen);
    user.store.create(forged);

    assertThat(user.tokens.access(forged.id())).isEqualTo(new Access.Ended());
  }
}
