package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.HttpReply;
import io.linernotes.http.ProviderHttp;
import io.linernotes.json.Json;
import io.linernotes.session.SpotifySignIn.Tokens;
import io.linernotes.session.spotify.TokenReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Spotify's accounts service, which gives the application its access token by the client
 * credentials flow. A token is kept until shortly before it expires, and fetched by one thread
 * while the others wait (single-flight). A failure's cause never contains the credentials or a
 * token.
 */
public final class SpotifyAccounts implements Authority {

  /**
   * How long before its expiry a token is no longer used, so that it does not expire during a call.
   */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** How long a failure is returned to the threads that waited for the same token. */
  private static final Duration FAILURE_KEPT = Duration.ofSeconds(5);

  /**
   * The wait after refused credentials, which stay refused until the configuration is corrected.
   */
  private static final Duration REFUSED = Duration.ofMinutes(10);

  private final ProviderHttp http;
  private final URI tokens;
  private final String clientId;
  private final Supplier<String> clientSecret;
  private final InstantSource clock;
  private @Nullable Token current;
  private @Nullable Kept failure;

  private record Token(String value, Instant usableUntil) {
    @Override
    public String toString() {
      return "a token usable until " + usableUntil;
    }
  }

  private record Kept(Outcome<Token> outcome, Instant until) {}

  /**
   * @param base {@code https://accounts.spotify.com}, with or without a trailing slash
   */
  public SpotifyAccounts(
      ProviderHttp http,
      URI base,
      String clientId,
      Supplier<String> clientSecret,
      InstantSource clock) {
    this.http = http;
    this.clock = clock;
    this.tokens = URI.create(base.toString().replaceFirst("/+$", "") + "/api/token");
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  private HttpCall call() {
    String credentials = clientId + ":" + clientSecret.get();
    String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return new HttpCall(
        "token",
        tokens,
        Map.of("Authorization", "Basic " + basic),
        "grant_type=client_credentials");
  }

  @Override
  public Outcome<String> token() {
    return tokenOtherThan(null);
  }

  @Override
  public Outcome<String> tokenInsteadOf(String refused) {
    return tokenOtherThan(refused);
  }

  /** Does nothing: the reply's outcome already starts a cooldown for all calls. */
  @Override
  public void refusedAgain(String token) {}

  private synchronized Outcome<String> tokenOtherThan(@Nullable String refused) {
    Instant now = clock.instant();
    Token kept = current;
    if (kept != null && now.isBefore(kept.usableUntil()) && !kept.value().equals(refused)) {
      return new Outcome.Found<>(kept.value());
    }
    if (failure != null && now.isBefore(failure.until())) {
      return failure.outcome().map(Token::value);
    }
    Outcome<Token> asked = http.send(call()).then(reply -> read(reply, now));
    current = asked instanceof Outcome.Found<Token>(Token token) ? token : null;
    // A call that was not made does not predict the next one.
    failure =
        current != null || asked instanceof Outcome.Postponed
            ? null
            : new Kept(asked, now.plus(FAILURE_KEPT));
    return asked.map(Token::value);
  }

  private static Outcome<Token> read(HttpReply reply, Instant now) {
    Json body = reply.json().orElse(null);
    Tokens tokens = body == null ? null : TokenReply.tokens(body).orElse(null);
    if (reply.status() == 200 && tokens != null) {
      return new Outcome.Found<>(new Token(tokens.access(), now.plus(usable(tokens.lifetime()))));
    }
    Duration retryAfter = reply.retryAfter().orElse(null);
    if (reply.status() == 429) {
      return new Outcome.Throttled<>(retryAfter);
    }
    String error = body == null ? null : body.text("error");
    String cause = "token: HTTP " + reply.status();
    if (error != null && error.matches("[a-z_]{1,40}") && reply.status() < 500) {
      return new Outcome.Unavailable<>(
          cause
              + " "
              + error
              + ", the application is refused: check SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET",
          REFUSED);
    }
    return new Outcome.Unavailable<>(cause, retryAfter);
  }

  private static Duration usable(Duration lifetime) {
    Duration tenth = lifetime.dividedBy(10);
    return lifetime.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
  }
}
