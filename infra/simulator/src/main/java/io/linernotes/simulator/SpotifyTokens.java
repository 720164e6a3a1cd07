package io.linernotes.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The access tokens, refresh tokens and authorization codes that Spotify has issued. */
final class SpotifyTokens {
  static final Duration LIFETIME = Duration.ofHours(1);

  private final InstantSource clock;
  private final AtomicLong ordinal = new AtomicLong();
  private final Map<String, AccessToken> accessTokens = new ConcurrentHashMap<>();
  private final Map<String, Grant> refreshTokens = new ConcurrentHashMap<>();
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();

  SpotifyTokens(InstantSource clock) {
    this.clock = clock;
  }

  /** A token of the application. */
  String access() {
    return access("app-access", "", "");
  }

  /** A token of a user. */
  String access(String user, String scope) {
    return access("user-access", user, scope);
  }

  private String access(String kind, String user, String scope) {
    String token = next(kind);
    accessTokens.put(token, new AccessToken(user, scope, clock.instant().plus(LIFETIME)));
    return token;
  }

  String refresh(Grant grant) {
    String token = next("refresh");
    refreshTokens.put(token, grant);
    return token;
  }

  String code(Grant grant) {
    String code = next("code");
    codes.put(code, grant);
    return code;
  }

  Optional<AccessToken> find(String token) {
    return Optional.ofNullable(accessTokens.get(token));
  }

  boolean expired(AccessToken token) {
    return !clock.instant().isBefore(token.expiresAt());
  }

  /** Redeems a code, which is valid once. */
  Optional<Grant> redeemCode(String code) {
    return Optional.ofNullable(codes.remove(code));
  }

  Optional<Grant> findRefresh(String token) {
    return Optional.ofNullable(refreshTokens.get(token));
  }

  void revokeRefresh(String token) {
    refreshTokens.remove(token);
  }

  void revokeAllRefresh() {
    refreshTokens.clear();
  }

  void expireAll() {
    accessTokens.replaceAll(
        (token, access) -> new AccessToken(access.user(), access.scope(), Instant.EPOCH));
  }

  private String next(String kind) {
    return kind + "-" + Ids.spotify(kind + ordinal.incrementAndGet() + clock.instant());
  }

  /**
   * @param user empty for the application
   */
  record AccessToken(String user, String scope, Instant expiresAt) {}

  /** A user's consent; the challenge is empty without PKCE. */
  record Grant(String clientId, String redirectUri, String user, String scope, String challenge) {}
}
