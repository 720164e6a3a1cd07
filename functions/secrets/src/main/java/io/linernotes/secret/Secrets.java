package io.linernotes.secret;

import io.linernotes.config.Configuration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.parameters.secrets.SecretsProvider;

/**
 * Secrets that a function's variables name: {@code NAME} holds the secret itself, as on a
 * developer's machine, else {@code NAME_ARN} says where Secrets Manager keeps it, so that it never
 * stands in a function's configuration. Those are read when they are first needed, and again some
 * minutes later, so that a rotated one is noticed; a snapshot that is restored reads them anew.
 */
public final class Secrets {

  private static final String ARN = "_ARN";

  /** Made when it is first asked: most invocations need no secret. */
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
   * @param remedy where to get one, as a sentence
   * @throws IllegalStateException if neither variable has a value
   */
  public static Supplier<String> required(Configuration configuration, String name, String remedy) {
    return optional(configuration, name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Neither %s nor %s is set. %s".formatted(name, arnOf(name), remedy)));
  }

  /** The variable that says where Secrets Manager keeps the secret of that name. */
  public static String arnOf(String name) {
    return name + ARN;
  }
}
