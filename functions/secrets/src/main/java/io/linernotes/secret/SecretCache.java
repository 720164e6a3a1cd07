package io.linernotes.secret;

import io.linernotes.observability.LogLine;
import io.linernotes.observability.Loggers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.lambda.powertools.parameters.secrets.SecretsProvider;

/** Caches secrets of Secrets Manager, and keeps them for longer while it fails. */
final class SecretCache {

  /** After a rotation the old secret is used for so long; both must be valid. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  /** After a failure no request waits for Secrets Manager for so long. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private static final Logger LOG = Loggers.of(SecretCache.class);

  private final Supplier<SecretsProvider> making;
  private final Duration kept;
  private final InstantSource clock;
  private final Map<String, String> last = new HashMap<>();
  private final Map<String, Instant> pausedUntil = new HashMap<>();
  private @Nullable SecretsProvider provider;

  SecretCache(Supplier<SecretsProvider> making) {
    this(making, KEPT, InstantSource.system());
  }

  /**
   * A cache in front of that provider.
   *
   * @param kept for how long a secret is not read again
   * @param clock for the pause after a failure
   */
  SecretCache(Supplier<SecretsProvider> making, Duration kept, InstantSource clock) {
    this.making = making;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * The secret, stripped of white space. While Secrets Manager fails, the last known value; each
   * failure logs one line.
   *
   * @throws IllegalStateException if the secret has no value, with the remedy
   * @throws SdkException if Secrets Manager fails and no value is known
   */
  synchronized String text(String arn) {
    String known = last.get(arn);
    if (known != null && clock.instant().isBefore(pausedUntil.getOrDefault(arn, Instant.MIN))) {
      return known;
    }
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
      if (known == null) {
        throw e;
      }
      pausedUntil.put(arn, clock.instant().plus(PAUSE));
      unanswered(arn, e);
      return known;
    }
  }

  /** Omits the failure's message, which may repeat the request. */
  private static void unanswered(String arn, SdkException cause) {
    LogLine.of("a secret could not be read again, the last one is used on")
        .with("secret", arn)
        .with("cause", cause.getClass().getSimpleName())
        .log(LOG, Level.WARNING);
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
