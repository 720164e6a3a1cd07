package io.linernotes.session.secrets;

import io.linernotes.config.Configuration;
import io.linernotes.json.Json;
import io.linernotes.secret.Secrets;
import io.linernotes.session.SessionKeys;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys that seal users' tokens. The secret {@code SESSION_KEYS} holds them as an object
 * like {@code {"current":"2","1":"…","2":"…"}}: for each key id a random text of at least 32
 * characters, and the id of the current key.
 */
public final class SessionKeySource {

  private static final String KEYS = "SESSION_KEYS";

  private SessionKeySource() {}

  /**
   * The keys, read when they are first needed.
   *
   * @throws IllegalStateException if there is no such secret, or the variable itself holds no keys
   */
  public static Supplier<SessionKeys> from(Configuration configuration) {
    Supplier<String> secret =
        Secrets.required(configuration, KEYS, "Set one of them to the keys or their secret's ARN.");
    Parsed keys = new Parsed(secret);
    if (configuration.optional(KEYS).isPresent()) {
      keys.get();
    }
    return keys;
  }

  /** The parsed keys, parsed again only when the secret's text changes. */
  private static final class Parsed implements Supplier<SessionKeys> {
    private final Supplier<String> secret;
    private @Nullable SessionKeys keys;
    private String read = "";

    Parsed(Supplier<String> secret) {
      this.secret = secret;
    }

    @Override
    public synchronized SessionKeys get() {
      String text = secret.get();
      SessionKeys kept = keys;
      if (kept == null || !text.equals(read)) {
        kept = parse(text);
        keys = kept;
        read = text;
      }
      return kept;
    }
  }

  /** The keys in the secret's text. The exception for a malformed text does not quote it. */
  private static SessionKeys parse(String text) {
    Json json =
        Json.parse(text.getBytes(StandardCharsets.UTF_8))
            .filter(Json::isObject)
            .orElseThrow(() -> malformed());
    Map<String, String> keys = new HashMap<>();
    for (String id : json.fields()) {
      String value = json.text(id);
      if (!id.equals("current") && value != null) {
        keys.put(id, value);
      }
    }
    String current = json.text("current");
    try {
      return SessionKeys.of(current == null ? "" : current, keys);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static IllegalStateException malformed() {
    return new IllegalStateException(
        KEYS
            + " holds no keys. Set it to {\"current\":\"1\",\"1\":\"…\"} with at least "
            + SessionKeys.SHORTEST
            + " random characters.");
  }
}
