package io.linernotes.local.stack.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
  private static final Template TEMPLATE =
      Template.parse(
          """
          Parameters:
            Calls: { Type: Number, Default: 50, MinValue: 1, MaxValue: 100 }
            Mode: { Type: String, Default: mock, AllowedValues: [mock, live] }
            Name: { Type: String, Default: ab, MinLength: 2, MaxLength: 3, AllowedPattern: "[a-z]*", ConstraintDescription: small letters }
            Secret: { Type: String, Default: "", NoEcho: true, MaxLength: 3 }
            Url: { Type: String }
          """,
          "test");

  @Test
  void takesDefaultsAndOverrides() {
    var topology = TEMPLATE.resolve(Map.of("Url", "x", "Calls", "0050"), Endpoints.NONE);

    assertThat(topology.parameters())
        .containsEntry("Calls", "0050")
        .containsEntry("Mode", "mock")
        .containsEntry("Url", "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Calls  | many | Parameter Calls cannot be 'many': it must be a number
          Calls  | 0    | Parameter Calls cannot be '0': it must be at least 1
          Calls  | 101  | Parameter Calls cannot be '101': it must be at most 100
          Mode   | on   | Parameter Mode cannot be 'on': it must be one of mock, live
          Name   | a    | Parameter Name cannot be 'a': it must have at least 2 characters (small letters)
          Name   | abcd | Parameter Name cannot be 'abcd': it must have at most 3 characters (small letters)
          Name   | A1   | Parameter Name cannot be 'A1': it must match [a-z]* (small letters)
          Secret | s3cr | Parameter Secret cannot be '****': it must have at most 3 characters
          Cals   | 1    | There is no parameter Cals: the template has Calls, Mode, Name, Secret, Url
          """)
  void saysWhatIsWrong(String name, String value, String message) {
    assertThatThrownBy(() -> TEMPLATE.resolve(Map.of(name, value, "Url", "x"), Endpoints.NONE))
        .isInstanceOf(TemplateException.class)
        .hasMessage(message);
  }

  @Test
  void asksForWhatHasNoDefault() {
    assertThatThrownBy(() -> TEMPLATE.resolve(Map.of(), Endpoints.NONE))
        .hasMessage("Parameter Url has no default: give Url=...");
  }
}
