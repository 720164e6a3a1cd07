package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterOverridesTest {
  @Test
  void takesBothFormsOfSam() {
    var values =
        ParameterOverrides.parse(
            List.of(
                "QuotaScale=10", "ParameterKey=Contact,ParameterValue=a=b", "Contact2=\"x y\""));

    assertThat(values)
        .containsExactly(
            entry("QuotaScale", "10"), entry("Contact", "a=b"), entry("Contact2", "x y"));
  }

  @Test
  void takesTheLastOfSeveral() {
    assertThat(ParameterOverrides.parse(List.of("A=1", "A="))).containsExactly(entry("A", ""));
  }
}
