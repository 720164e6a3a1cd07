package io.linernotes.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.linernotes.config.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {

  private static final String REMEDY = "Get one.";

  @Test
  void takesTheSecretThatIsGiven() {
    var both = Map.of("API_KEY", "given", "API_KEY_ARN", "arn:aws:secretsmanager:nowhere");

    assertThat(Secrets.required(Configuration.of(both), "API_KEY", REMEDY).get())
        .isEqualTo("given");
  }

  @Test
  void readsNothingBeforeItIsNeeded() {
    var variables = Map.of("API_KEY_ARN", "arn:aws:secretsmanager:nowhere");

    assertThat(Secrets.optional(Configuration.of(variables), "API_KEY")).isPresent();
  }

  @Test
  void namesBothVariables() {
    assertThat(Secrets.optional(Configuration.of(Map.of()), "API_KEY")).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> Secrets.required(Configuration.of(Map.of()), "API_KEY", REMEDY))
        .withMessage("Neither API_KEY nor API_KEY_ARN is set. Get one.");
  }
}
