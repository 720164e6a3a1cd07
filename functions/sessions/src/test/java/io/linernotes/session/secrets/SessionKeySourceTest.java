package io.linernotes.session.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.linernotes.config.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionKeySourceTest {

  private static final String ONE = "0123456789abcdef0123456789abcdef";

  @Test
  void takesTheKeysThatAreGiven() {
    String keys = "{\"current\":\"2\",\"1\":\"%s\",\"2\":\"%s\"}".formatted(ONE, ONE);

    assertThat(SessionKeySource.from(Configuration.of(Map.of("SESSION_KEYS", keys))).get())
        .asString()
        .contains("1", "2")
        .doesNotContain(ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123456789abcdef0123456789abcdef",
        "{}",
        "{\"current\":\"1\"}",
        "{\"current\":\"1\",\"1\":\"short\"}",
        "{\"current\":\"2\",\"1\":\"0123456789abcdef0123456789abcdef\"}"
      })
  void tellsWhatIsWrongWithoutTheKeys(String keys) {
    assertThatIllegalStateException()
        .isThrownBy(() -> SessionKeySource.from(Configuration.of(Map.of("SESSION_KEYS", keys))))
        .withMessageStartingWith("SESSION_KEYS holds no keys.")
        .withMessageNotContaining(ONE);
  }

  @Test
  void saysWhatToSet() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SessionKeySource.from(Configuration.of(Map.of())))
        .withMessageStartingWith("Neither SESSION_KEYS nor SESSION_KEYS_ARN is set.");
  }
}
