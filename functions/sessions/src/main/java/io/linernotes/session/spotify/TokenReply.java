package io.linernotes.session.spotify;

import io.linernotes.json.Json;
import io.linernotes.session.SpotifySignIn.Tokens;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The reply of Spotify's token endpoint, {@code {"access_token","refresh_token","expires_in"}}. A
 * token with characters that a header cannot carry counts as absent; an implausible lifetime reads
 * as one hour.
 */
public final class TokenReply {

  private static final Duration USUAL_LIFETIME = Duration.ofHours(1);
  private static final long LONGEST_SECONDS = Duration.ofDays(1).toSeconds();

  /** Visible ASCII, as in RFC 6749. */
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,4096}");

  private TokenReply() {}

  /** The tokens; empty if the reply holds no access token. */
  public static Optional<Tokens> tokens(Json body) {
    return token(body, "access_token")
        .map(
            access ->
                new Tokens(access, token(body, "refresh_token").orElse(null), lifetime(body)));
  }

  private static Optional<String> token(Json body, String field) {
    @Nullable String text = body.at(field).isText() ? body.text(field) : null;
    return Optional.ofNullable(text).filter(token -> TOKEN.matcher(token).matches());
  }

  private static Duration lifetime(Json body) {
    Long seconds = body.wholeNumber("expires_in");
    return seconds != null && seconds > 0 && seconds <= LONGEST_SECONDS
        ? Duration.ofSeconds(seconds)
        : USUAL_LIFETIME;
  }
}
