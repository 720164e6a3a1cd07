package io.linernotes.secret;

import io.linernotes.config.Configuration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.parameters.secrets.SecretsProvider;

/**
 * Secrets named by a function's variables: {@code NAME} is the secret itself, as on a developer's
 * machine; otherwise {@code NAME_ARN} is its ARN in Secrets Manager, so that the secret is not part
 * of the function's configuration. It is read on first use and again after some minutes, so that a
 * rotation takes effect; a restored snapshot reads it again.
 */
public final class Secrets {

  private static final String ARN = "_ARN";

  /** Creates its client on first use: most invocations need no secret. */
  private static final SecretCache KEPT = new SecretCache(() -> SecretsProvider.builder().build());

  private Secrets() {}

  /** The secret, if either variable has a value. Its supplier throws as {@link #required} does. */
  public static Optional<Supplier<String>> optional(Configuration configuration, String name) {
    return configuration
        .optional(name)
        .<Supplier<String>>map(text -> () -> text)
        .or(() -> configuration.optional(arnOf(name)).map(arn -> () -> KEPT.text(arn)));
  }

  /**
   * The secret. Its supplier throws an {@link IllegalStateException} if Secrets Manager holds no
   * value, and an {@code SdkException} if it does not answer.
   *
   * @param remedy how to get one, as a sentence
   * @throws IllegalStateException if neither variable has a value
   */
  public static Supplier<String> required(Configuration configuration, String name, String remedy) {
    return optional(configuration, name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Neither %s nor %s is set. %s".formatted(name, arnOf(name), remedy)));
  }

  /** The variable with the ARN of the secret of that name. */
  public static String arnOf(String name) {
    return name + ARN;
  }
}
