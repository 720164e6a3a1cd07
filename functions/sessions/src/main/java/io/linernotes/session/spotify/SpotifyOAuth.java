package io.linernotes.session.spotify;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.HttpReply;
import io.linernotes.http.ProviderHttp;
import io.linernotes.http.UrlEncoding;
import io.linernotes.json.Json;
import io.linernotes.session.Profile;
import io.linernotes.session.Secret;
import io.linernotes.session.SpotifyReply;
import io.linernotes.session.SpotifySignIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The authorization code flow with PKCE, and with the application's secret if it has one. A
 * failure's cause never contains a code, token or secret.
 */
public final class SpotifyOAuth implements SpotifySignIn {

  /** Read access to private and collaborative playlists; no scope allows a change. */
  private static final String SCOPES = "playlist-read-private playlist-read-collaborative";

  private final ProviderHttp http;
  private final SpotifyApp app;
  private final @Nullable URI redirectUri;

  /**
   * @param redirectUri null in a function where no user signs in, which can only renew tokens
   */
  public SpotifyOAuth(ProviderHttp http, SpotifyApp app, @Nullable URI redirectUri) {
    this.http = http;
    this.app = app;
    this.redirectUri = redirectUri;
  }

  /** The URL at Spotify where the user signs in and consents. */
  public URI authorizeUrl(Secret state, String challenge) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", app.clientId());
    query.put("response_type", "code");
    query.put("redirect_uri", String.valueOf(redirectUri));
    query.put("state", state.value());
    query.put("code_challenge_method", "S256");
    query.put("code_challenge", challenge);
    query.put("scope", SCOPES);
    return URI.create(app.accounts() + "/authorize?" + UrlEncoding.form(query));
  }

  @Override
  public SpotifyReply<Tokens> exchange(String code, Secret verifier) {
    return tokens(
        "code",
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            String.valueOf(redirectUri),
            "code_verifier",
            verifier.value()));
  }

  @Override
  public SpotifyReply<Tokens> refresh(String refreshToken) {
    return tokens("renewal", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  private SpotifyReply<Tokens> tokens(String name, Map<String, String> fields) {
    Map<String, String> form = new LinkedHashMap<>(fields);
    form.put("client_id", app.clientId());
    HttpCall call =
        new HttpCall(
            name, URI.create(app.accounts() + "/api/token"), Map.of(), UrlEncoding.form(form));
    Supplier<String> secret = app.clientSecret();
    return sent(
        name,
        secret == null ? call : call.with("Authorization", basic(app.clientId(), secret.get())),
        TokenReply::tokens);
  }

  @Override
  public SpotifyReply<Profile> profile(String accessToken) {
    HttpCall call =
        HttpCall.get("profile", URI.create(app.api() + "/me"))
            .with("Authorization", "Bearer " + accessToken);
    return sent("profile", call, ProfileReply::profile);
  }

  private <T> SpotifyReply<T> sent(
      String name, HttpCall call, Function<Json, Optional<T>> mapping) {
    return switch (http.send(call)) {
      case Outcome.Found<HttpReply>(HttpReply reply) -> read(name, reply, mapping);
      case Outcome.Unavailable<HttpReply>(String cause, @Nullable Duration retryAfter) ->
          new SpotifyReply.Unavailable<>(cause, retryAfter);
      case Outcome.Postponed<HttpReply>(Duration delay) ->
          new SpotifyReply.Unavailable<>(name + ": not sent", delay);
      case Outcome.Throttled<HttpReply>(@Nullable Duration retryAfter) ->
          new SpotifyReply.Unavailable<>(name + ": throttled", retryAfter);
      case Outcome.Unsupported<HttpReply> _, Outcome.Missing<HttpReply> _ ->
          new SpotifyReply.Unavailable<>(name + ": no reply", null);
    };
  }

  private static <T> SpotifyReply<T> read(
      String name, HttpReply reply, Function<Json, Optional<T>> mapping) {
    Json body = reply.json().orElse(null);
    String cause = name + ": HTTP " + reply.status();
    if (reply.status() == 200) {
      return Optional.ofNullable(body)
          .flatMap(mapping)
          .<SpotifyReply<T>>map(SpotifyReply.Granted::new)
          .orElseGet(() -> new SpotifyReply.Unavailable<>(cause + " without an answer", null));
    }
    // Only these replies reject the code or the token; any other may be our fault or Spotify's.
    String error = body == null ? null : body.text("error");
    if ("invalid_grant".equals(error) || (reply.status() == 401 && name.equals("profile"))) {
      return new SpotifyReply.Refused<>();
    }
    boolean harmless = error != null && error.matches("[a-z_]{1,40}");
    return new SpotifyReply.Unavailable<>(
        harmless ? cause + " " + error : cause, reply.retryAfter().orElse(null));
  }

  private static String basic(String id, String secret) {
    byte[] credentials = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }
}
