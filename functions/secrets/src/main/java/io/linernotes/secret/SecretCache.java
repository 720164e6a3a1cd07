package io.linernotes.secret;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.lambda.powertools.parameters.secrets.SecretsProvider;

/** What Secrets Manager holds, kept for a while; while it does not answer, for longer. */
final class SecretCache {

  /** How long a rotated secret may go unnoticed: both must be good for so long. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Supplier<SecretsProvider> making;
  private final Duration kept;
  private final Map<String, String> last = new HashMap<>();
  private @Nullable SecretsProvider provider;

  SecretCache(Supplier<SecretsProvider> making) {
    this(making, KEPT);
  }

  SecretCache(Supplier<SecretsProvider> making, Duration kept) {
    this.making = making;
    this.kept = kept;
  }

  /**
   * The secret's text, without white space around it.
   *
   * @throws IllegalStateException if it has none, saying how to give it one
   * @throws SdkException if Secrets Manager does not answer and never has
   */
  synchronized String text(String arn) {
    try {
      String text = read(arn).strip();
      if (text.isEmpty()) {
        throw withoutValue(arn, null);
      }
      last.put(arn, text);
      return text;
    } catch (ResourceNotFoundException e) {
      throw withoutValue(arn, e);
    } catch (SdkException e) {
      String known = last.get(arn);
      if (known == null) {
        throw e;
      }
      return known;
    }
  }

  private String read(String arn) {
    SecretsProvider secrets = provider == null ? making.get() : provider;
    provider = secrets;
    return secrets.withMaxAge(Math.toIntExact(kept.toMillis()), ChronoUnit.MILLIS).get(arn);
  }

  private static IllegalStateException withoutValue(String arn, @Nullable Exception cause) {
    return new IllegalStateException(
        "The secret %s has no value. Give it one with aws secretsmanager put-secret-value."
            .formatted(arn),
        cause);
  }
}
