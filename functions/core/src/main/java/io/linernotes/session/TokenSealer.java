package io.linernotes.session;

import java.time.Instant;

/** Seals the secrets of sessions and sign-ins, each for its own place (id and field). */
final class TokenSealer {

  private final TokenVault vault;

  TokenSealer(TokenVault vault) {
    this.vault = vault;
  }

  /**
   * @param refresh the refresh token: the new one, or the old one if the renewal returned none
   */
  SealedTokens sealed(
      SessionId session, SpotifySignIn.Tokens tokens, String refresh, Instant now, int generation) {
    return new SealedTokens(
        vault.seal(tokens.access(), session + "/access"),
        now.plus(tokens.lifetime()),
        vault.seal(refresh, session + "/refresh"),
        generation);
  }

  String access(SessionId session, SealedTokens tokens) {
    return vault.unseal(tokens.access(), session + "/access");
  }

  String refresh(SessionId session, SealedTokens tokens) {
    return vault.unseal(tokens.refresh(), session + "/refresh");
  }

  byte[] sealedVerifier(SessionId login, Secret verifier) {
    return vault.seal(verifier.value(), login + "/verifier");
  }

  Secret verifier(PendingLogin login) {
    return new Secret(vault.unseal(login.verifier(), login.id() + "/verifier"));
  }
}
