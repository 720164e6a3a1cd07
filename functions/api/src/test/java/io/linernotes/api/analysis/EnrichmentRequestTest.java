package io.linernotes.api.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accepts exactly the bodies that {@code openapi.json} describes. */
class EnrichmentRequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"spotify_id":"2EqlS6tkEnglzr7tkKAAYD"}
          {"isrc":"GB-AYE-06-01690"}
          {"isrc":"gbaye0601690","title":" ","artists":[]}
          {"isrc":"GBAYE0601690","spotify_id":null,"title":null,"artists":null,"duration_ms":null}
          {"title":"Jóga","artists":["Björk"],"duration_ms":0}
          {"title":"🎵🎵","artists":["宇多田ヒカル"],"duration_ms":86400000,"album":"ignored"}
          """)
  void accepts(String track) {
    assertThat(EnrichmentRequest.parse(body(track)).tracks()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"spotify_id":"","isrc":"GBAYE0601690"}               | .spotify_id
          {"spotify_id":" 2EqlS6tkEnglzr7tkKAAYD"}              | .spotify_id
          {"spotify_id":7}                                      | .spotify_id
          {"isrc":"","title":"Jóga","artists":["Björk"]}        | .isrc
          {"isrc":"G-BAYE0601690"}                              | .isrc
          {"isrc":"GBAYE0601690 "}                              | .isrc
          {"title":" ","artists":["Björk"]}                     | ''
          {"title":"Jóga","artists":[]}                         | ''
          {"title":"Jóga","artists":[" "]}                      | .artists[0]
          {"isrc":"GBAYE0601690","duration_ms":86400001}        | .duration_ms
          """)
  void refuses(String track, String field) {
    BadRequestException refused =
        catchThrowableOfType(BadRequestException.class, () -> EnrichmentRequest.parse(body(track)));

    assertThat(refused.problem().field()).isEqualTo("tracks[0]" + field.replace("''", ""));
  }

  @ParameterizedTest
  @CsvSource({"1000, true", "1001, false"})
  void countsTheCharactersOfATitleAsJsonSchemaDoes(int length, boolean accepted) {
    Json body = body("{\"isrc\":\"GBAYE0601690\",\"title\":\"" + "🎵".repeat(length) + "\"}");
    BadRequestException refused =
        catchThrowableOfType(BadRequestException.class, () -> EnrichmentRequest.parse(body));

    assertThat(refused == null).isEqualTo(accepted);
  }

  private static Json body(String track) {
    return Json.parse(("{\"tracks\":[" + track + "]}").getBytes(StandardCharsets.UTF_8))
        .orElseThrow();
  }
}
