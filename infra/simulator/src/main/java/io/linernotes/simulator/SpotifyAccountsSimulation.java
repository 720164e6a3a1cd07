package io.linernotes.simulator;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Spotify's accounts service: tokens for applications and, with a code or a refresh token, for the
 * simulated user or the user that {@code login_hint} names. Every client id and secret is valid
 * except the word {@code invalid}. The user always agrees, unless the requested scope contains
 * {@code deny}.
 */
final class SpotifyAccountsSimulation {
  private final SpotifyTokens tokens;

  SpotifyAccountsSimulation(SpotifyTokens tokens) {
    this.tokens = tokens;
  }

  Routes routes() {
    return new Routes(request -> Reply.text(404, "text/html", "<h1>Not found</h1>"))
        .add("POST /api/token", this::token)
        .add("GET /authorize", this::authorize);
  }

  private Reply authorize(Request request) {
    Optional<String> clientId = request.parameter("client_id");
    Optional<String> redirect = request.parameter("redirect_uri");
    if (clientId.isEmpty() || !valid(clientId.get())) {
      return Reply.text(400, "text/plain", "INVALID_CLIENT: Invalid client");
    }
    if (redirect.isEmpty() || !secure(redirect.get())) {
      return Reply.text(400, "text/plain", "INVALID_CLIENT: Insecure redirect URI");
    }
    String state = request.parameter("state").map(s -> "&state=" + encoded(s)).orElse("");
    if (!request.parameter("response_type").equals(Optional.of("code"))) {
      return back(redirect.get(), "error=unsupported_response_type" + state);
    }
    String scope = request.parameter("scope").orElse("");
    if (scope.contains("deny")) {
      return back(redirect.get(), "error=access_denied" + state);
    }
    String challenge = request.parameter("code_challenge").orElse("");
    String user = request.parameter("login_hint").orElse(Playlists.USER);
    var grant = new SpotifyTokens.Grant(clientId.get(), redirect.get(), user, scope, challenge);
    return back(redirect.get(), "code=" + tokens.code(grant) + state);
  }

  private Reply token(Request request) {
    Client client = client(request);
    if (!valid(client.id()) || (client.secret().isPresent() && !valid(client.secret().get()))) {
      return SpotifyReplies.oauthError("invalid_client", "Invalid client");
    }
    return switch (request.formField("grant_type").orElse("")) {
      case "client_credentials" -> clientCredentials(client);
      case "authorization_code" -> authorizationCode(client, request);
      case "refresh_token" -> refreshToken(client, request);
      case "" ->
          SpotifyReplies.oauthError("unsupported_grant_type", "grant_type parameter is missing");
      default ->
          SpotifyReplies.oauthError(
              "unsupported_grant_type",
              "grant_type must be client_credentials, authorization_code or refresh_token");
    };
  }

  private Reply clientCredentials(Client client) {
    return client.secret().isEmpty()
        ? SpotifyReplies.oauthError("invalid_client", "Invalid client secret")
        : Reply.ok(issued(tokens.access()));
  }

  private Reply authorizationCode(Client client, Request request) {
    Optional<SpotifyTokens.Grant> grant = request.formField("code").flatMap(tokens::redeemCode);
    if (grant.isEmpty() || !grant.get().clientId().equals(client.id())) {
      return SpotifyReplies.oauthError("invalid_grant", "Invalid authorization code");
    }
    if (!request.formField("redirect_uri").equals(Optional.of(grant.get().redirectUri()))) {
      return SpotifyReplies.oauthError("invalid_grant", "Invalid redirect URI");
    }
    if (!verified(client, grant.get(), request.formField("code_verifier"))) {
      return SpotifyReplies.oauthError("invalid_grant", "code_verifier was incorrect");
    }
    return userToken(grant.get(), tokens.refresh(grant.get()));
  }

  private Reply refreshToken(Client client, Request request) {
    String token = request.formField("refresh_token").orElse("");
    Optional<SpotifyTokens.Grant> grant = tokens.findRefresh(token);
    if (grant.isEmpty() || !grant.get().clientId().equals(client.id())) {
      return SpotifyReplies.oauthError("invalid_grant", "Invalid refresh token");
    }
    if (client.secret().isPresent()) {
      return userToken(grant.get(), "");
    }
    tokens.revokeRefresh(token);
    return userToken(grant.get(), tokens.refresh(grant.get()));
  }

  private Reply userToken(SpotifyTokens.Grant grant, String refreshToken) {
    Map<String, Object> issued = issued(tokens.access(grant.user(), grant.scope()));
    issued.put("scope", grant.scope());
    if (!refreshToken.isEmpty()) {
      issued.put("refresh_token", refreshToken);
    }
    return Reply.ok(issued);
  }

  private static Map<String, Object> issued(String token) {
    return Json.object(
        "access_token",
        token,
        "token_type",
        "Bearer",
        "expires_in",
        SpotifyTokens.LIFETIME.toSeconds());
  }

  /**
   * Whether the verifier is right. A client without a secret needs PKCE, and a grant with a
   * challenge always needs its verifier.
   */
  private static boolean verified(
      Client client, SpotifyTokens.Grant grant, Optional<String> verifier) {
    return grant.challenge().isEmpty()
        ? client.secret().isPresent()
        : verifier.map(SpotifyAccountsSimulation::challenge).equals(Optional.of(grant.challenge()));
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Client client(Request request) {
    Optional<String> basic =
        request.header("Authorization").filter(value -> value.startsWith("Basic "));
    if (basic.isEmpty()) {
      return new Client(
          request.formField("client_id").orElse(""), request.formField("client_secret"));
    }
    String decoded = decoded(basic.get().substring("Basic ".length()));
    int colon = decoded.indexOf(':');
    return colon < 0
        ? new Client("", Optional.empty())
        : new Client(decoded.substring(0, colon), Optional.of(decoded.substring(colon + 1)));
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean valid(String credential) {
    return !credential.isBlank() && !credential.equals("invalid");
  }

  /**
   * Whether Spotify accepts the URI: HTTPS, or HTTP to a loopback address other than the name
   * localhost.
   */
  private static boolean secure(String redirectUri) {
    try {
      URI uri = URI.create(redirectUri);
      String host = String.valueOf(uri.getHost());
      boolean loopback = host.equals("127.0.0.1") || host.equals("[::1]");
      return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && loopback);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Reply back(String redirectUri, String parameters) {
    return Reply.redirect(redirectUri + (redirectUri.contains("?") ? "&" : "?") + parameters);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private record Client(String id, Optional<String> secret) {}
}
