package io.linernotes.api.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.linernotes.api.exchange.Request;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource({
    ", JSON",
    "'', JSON",
    "*/*, JSON",
    "application/json, JSON",
    "text/csv, CSV",
    "TEXT/CSV; charset=utf-8, CSV",
    "'text/html, text/csv;q=0.5, */*;q=0.1', CSV",
    "'application/json, text/csv, application/xml', JSON",
    "'text/csv, application/json', JSON",
    "'application/json;q=0.4, text/csv;q=0.9', CSV",
    "'application/json;q=0, */*', CSV",
    "'text/*', CSV",
    "audio/x-mpegurl, M3U8",
    "application/vnd.apple.mpegurl, M3U8",
    "text/xml, REKORDBOX",
    "application/xml;level=1;q=1, REKORDBOX",
    "image/png, JSON",
    "'text/html,application/xhtml+xml,*/*;q=0.8', JSON",
    "',,;', JSON",
  })
  void isThatWhichTheClientRatesBest(@Nullable String accept, Format format) {
    assertThat(Format.of(request("/v1/tracks/enrichment", accept))).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "analysis, JSON",
    "analysis.csv, CSV",
    "analysis.m3u8, M3U8",
    "analysis.rekordbox.xml, REKORDBOX",
  })
  void isThatOfThePathWhateverIsAccepted(String document, Format format) {
    String path = "/v1/playlists/{playlist_id}/" + document;

    assertThat(Format.of(request(path, "application/json"))).isEqualTo(format);
  }

  private static Request request(String resource, @Nullable String accept) {
    APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent().withResource(resource);
    return new Request(accept == null ? event : event.withHeaders(Map.of("Accept", accept)));
  }
}
