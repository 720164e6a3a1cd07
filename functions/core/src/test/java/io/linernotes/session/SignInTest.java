package io.linernotes.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.session.SignIn.Result;
import io.linernotes.time.MovableClock;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInTest {

  private final SignedInUser user = new SignedInUser(MovableClock.atNoon());

  @Test
  void signsInByACodeAndItsVerifier() {
    SignIn.Begun begun = user.signIn.begin(URI.create("https://app.example"));

    Result result = user.signIn.complete(begun.state(), begun.browser(), "code");

    assertThat(result)
        .isInstanceOfSatisfying(
            Result.SignedIn.class,
            signedIn -> {
              assertThat(user.signIn.session(signedIn.token())).contains(signedIn.session());
              assertThat(signedIn.session().account()).isEqualTo(FakeSpotify.DJ.account());
              assertThat(signedIn.returnTo()).isEqualTo(URI.create("https://app.example"));
            });
    assertThat(user.spotify.verifiers().getLast().challenge()).isEqualTo(begun.challenge());
  }

  @Test
  void takesAStateOnce() {
    SignIn.Begun begun = user.signIn.begin(null);
    assertThat(complete(begun)).isInstanceOf(Result.SignedIn.class);

    assertThat(complete(begun)).isEqualTo(new Result.Unknown());
  }

  @Test
  void takesAStateForTenMinutes() {
    SignIn.Begun begun = user.signIn.begin(null);
    user.clock.advance(Duration.ofMinutes(10));

    assertThat(complete(begun)).isEqualTo(new Result.Unknown());
  }

  @Test
  void takesNoStateThatItDidNotGive() {
    Secret browser = user.signIn.begin(null).browser();
    assertThat(user.signIn.complete(Secret.random(new SecureRandom()), browser, "code"))
        .isEqualTo(new Result.Unknown());
    assertThat(user.signIn.complete(user.token, browser, "code")).isEqualTo(new Result.Unknown());
  }

  @Test
  void signsNobodyInBySomebodyElsesState() {
    for (boolean cookieless : new boolean[] {true, false}) {
      SignIn.Begun theirs = user.signIn.begin(null);
      Secret own = cookieless ? null : user.signIn.begin(null).browser();

      assertThat(user.signIn.complete(theirs.state(), own, "code"))
          .isEqualTo(new Result.OtherBrowser());
      assertThat(complete(theirs)).as("over for them, too").isEqualTo(new Result.Unknown());
      assertThat(user.signIn.abandon(user.signIn.begin(null).state(), own)).isFalse();
    }
    assertThat(user.spotify.verifiers()).as("codes that were exchanged").hasSize(1);
  }

  private Result complete(SignIn.Begun begun) {
    return user.signIn.complete(begun.state(), begun.browser(), "code");
  }

  @Test
  void takesNoStateAfterTheUserHasDeclined() {
    SignIn.Begun begun = user.signIn.begin(null);

    assertThat(user.signIn.abandon(begun.state(), begun.browser())).isTrue();
    assertThat(user.signIn.abandon(begun.state(), begun.browser())).isFalse();
    assertThat(complete(begun)).isEqualTo(new Result.Unknown());
  }

  @Test
  void saysWhatSpotifySays() {
    user.spotify
        .exchanging(new SpotifyReply.Refused<>())
        .exchanging(new SpotifyReply.Unavailable<>("code: HTTP 503", null));

    assertThat(complete(user.signIn.begin(null))).isEqualTo(new Result.Refused());
    assertThat(complete(user.signIn.begin(null)))
        .isEqualTo(new Result.Unavailable("code: HTTP 503", null));
  }

  @Test
  void knowsNoTamperedToken() {
    String token = user.token.value();
    char first = token.charAt(0) == 'A' ? 'B' : 'A';

    assertThat(user.signIn.session(new Secret(first + token.substring(1)))).isEmpty();
    assertThat(Secret.parse(token + "A")).isEmpty();
    assertThat(Secret.parse(user.session.id().value())).isEmpty();
    assertThat(Secret.parse(null)).isEmpty();
  }

  @Test
  void knowsNoSessionAfterItsEnd() {
    user.clock.advance(Session.LIFETIME.minusSeconds(1));
    assertThat(user.signIn.session(user.token)).isPresent();

    user.clock.advance(Duration.ofSeconds(1));
    assertThat(user.signIn.session(user.token)).isEmpty();
  }

  @Test
  void endsASession() {
    user.signIn.end(user.session);

    assertThat(user.signIn.session(user.token)).isEqualTo(Optional.empty());
  }

  @Test
  void tellsNoSecretInPassing() {
    SignIn.Begun begun = user.signIn.begin(null);
    Secret state = begun.state();
    SignIn.Result result = user.signIn.complete(state, begun.browser(), "the-code");

    assertThat(result.toString() + user.session + user.tokens.access(user.session.id()) + begun)
        .doesNotContain("access-")
        .doesNotContain("refresh-")
        .doesNotContain("the-code")
        .doesNotContain(state.value())
        .doesNotContain(begun.browser().value())
        .doesNotContain(user.token.value());
  }

  /** The example of RFC 7636, appendix B. */
  @Test
  void challengesAsPkceSays() {
    assertThat(new Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  }
}
