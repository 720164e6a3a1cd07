package io.linernotes.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UrlEncodingTest {

  @Test
  void encodesWhatSeparatesParametersAndEveryScript() {
    assertThat(UrlEncoding.encoded("a b+c&d=e/f?g#h%\"花"))
        .isEqualTo("a%20b%2Bc%26d%3De%2Ff%3Fg%23h%25%22%E8%8A%B1");
  }

  @Test
  void writesFormsInTheOrderOfTheirFields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("scope", "one two");
    fields.put("code", "a=b&c");

    assertThat(UrlEncoding.form(fields)).isEqualTo("scope=one+two&code=a%3Db%26c");
  }
}
