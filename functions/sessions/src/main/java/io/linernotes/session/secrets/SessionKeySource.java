package io.linernotes.session.secrets;

import io.linernotes.config.Configuration;
import io.linernotes.json.Json;
import io.linernotes.session.SessionKeys;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.lambda.powertools.parameters.secrets.SecretsProvider;

/**
 * Where the keys come from that seal users' tokens: {@code SESSION_KEYS} itself, or the secret in
 * Secrets Manager whose ARN is in {@code SESSION_KEYS_SECRET}. Both are an object like {@code
 * {"current":"2","1":"…","2":"…"}} of random texts of at least 32 characters by the keys' ids.
 */
public final class SessionKeySource {

  private static final String KEYS = "SESSION_KEYS";
  private static final String SECRET = "SESSION_KEYS_SECRET";

  /** How long a rotated key may go unnoticed: both keys must be there so long before one goes. */
  private static final int MINUTES_KEPT = 5;

  private SessionKeySource() {}

  /**
   * The keys, read when they are first needed.
   *
   * @throws IllegalStateException if neither variable has a value, or the first holds no keys
   */
  public static Supplier<SessionKeys> from(Configuration configuration) {
    return configuration
        .optional(KEYS)
        .map(text -> given(parse(KEYS, text)))
        .orElseGet(
            () ->
                inSecretsManager(
                    configuration.required(
                        SECRET, "Set it to the ARN of a secret, or " + KEYS + " to the keys.")));
  }

  private static Supplier<SessionKeys> given(SessionKeys keys) {
    return () -> keys;
  }

  private static Supplier<SessionKeys> inSecretsManager(String arn) {
    return new InSecretsManager(arn);
  }

  /** Made when it is first asked, since most invocations need no key. */
  private static final class InSecretsManager implements Supplier<SessionKeys> {
    private final String arn;
    private @Nullable SecretsProvider secrets;
    private @Nullable SessionKeys keys;
    private String read = "";

    InSecretsManager(String arn) {
      this.arn = arn;
    }

    @Override
    public synchronized SessionKeys get() {
      SecretsProvider provider = secrets == null ? SecretsProvider.builder().build() : secrets;
      secrets = provider;
      String text = provider.withMaxAge(MINUTES_KEPT, ChronoUnit.MINUTES).get(arn);
      SessionKeys kept = keys;
      if (kept == null || !text.equals(read)) {
        kept = parse(SECRET, text);
        keys = kept;
        read = text;
      }
      return kept;
    }
  }

  /** The keys in a text; what is wrong with it is told without it. */
  static SessionKeys parse(String variable, String text) {
    Json json =
        Json.parse(text.getBytes(StandardCharsets.UTF_8))
            .filter(Json::isObject)
            .orElseThrow(() -> malformed(variable));
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
      throw malformed(variable);
    }
  }

  private static IllegalStateException malformed(String variable) {
    return new IllegalStateException(
        variable
            + " holds no keys. Set it to {\"current\":\"1\",\"1\":\"…\"} with at least "
            + SessionKeys.SHORTEST
            + " random characters.");
  }
}
