package io.linernotes.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract reports every kind of difference between an answer and the description. */
class ApiContractTest {

  private static final String ANALYSIS = "/v1/playlists/linernotesDemoPlaylist/analysis";

  private final Description description = Description.ofTheApi();
  private final ApiContract contract = new ApiContract(description);
  private final ObjectNode analysis = example("PlaylistAnalysis");

  private String method = "GET";
  private String path = ANALYSIS;
  private String query = "";
  private String requestBody = "";
  private int status = 200;
  private String body = analysis.toString();
  private final Map<String, List<String>> requestHeaders =
      new HashMap<>(Map.of("x-api-key", List.of("local")));
  private final Map<String, List<String>> headers =
      new HashMap<>(
          Map.of(
              "Content-Type", List.of("application/json"),
              "X-Correlation-Id", List.of("1"),
              "ETag", List.of("W/\"" + "0a".repeat(16) + "\""),
              "Date", List.of("now")));

  @Test
  void letsPassWhatIsDescribed() {
    assertThat(violations()).isEmpty();
    query = "include=deezer,lastfm&offset=3&limit=500";
    requestHeaders.put("prefer", List.of("wait=9"));
    headers.put("preference-applied", List.of("wait=9"));
    assertThat(violations()).isEmpty();
  }

  @Test
  void reportsARouteThatIsNotDescribed() {
    path = "/v1/playlists/linernotesDemoPlaylist/covers";
    assertThat(violations()).containsExactly("the route is not described");
    path = ANALYSIS;
    method = "PUT";
    assertThat(violations()).containsExactly("the route is not described");
    status = 404;
    headers.put("Content-Type", List.of("application/problem+json"));
    assertThat(violations()).isEmpty();
  }

  @Test
  void anotherMethodIsRefusedWithThoseThatThePathHas() {
    method = "PUT";
    status = 405;
    headers.put("Content-Type", List.of("application/problem+json"));
    assertThat(violations()).containsExactly("Allow is missing");
    headers.put("Allow", List.of("GET"));
    assertThat(violations()).isEmpty();
  }

  @Test
  void reportsAStatusThatIsNotDescribed() {
    status = 206;
    assertThat(violations()).containsExactly("the status 206 is not described");
  }

  @Test
  void reportsAMediaTypeThatIsNotDescribed() {
    headers.put("Content-Type", List.of("text/plain"));
    assertThat(violations()).containsExactly("the media type \"text/plain\" is not described");
    headers.remove("Content-Type");
    assertThat(violations()).containsExactly("the media type \"\" is not described");
  }

  @Test
  void reportsAFieldThatIsNotDescribed() {
    analysis.put("mood", "good");
    assertReported("mood");
  }

  @Test
  void reportsAFieldThatIsNotDescribedDeepInside() {
    ((ObjectNode) analysis.at("/tracks/0/deezer/data")).put("bpm_source", "ear");
    assertReported("bpm_source");
  }

  @Test
  void reportsASectionsFieldThatIsNotDescribed() {
    ((ObjectNode) analysis.at("/tracks/0/lastfm")).put("mood", "good");
    assertReported("mood");
  }

  @Test
  void reportsAFieldThatIsMissing() {
    analysis.remove("progress");
    assertReported("progress");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          /status                     | "done"
          /playlist/total_tracks      | "41"
          /tracks/0/position          | -1
          /tracks/0/id                | "short"
          /tracks/0/deezer/status     | "found"
          /tracks/0/deezer/status     | "pending"
          /tracks/0/deezer/fetched_at | "yesterday"
          /tracks/0/deezer/data/bpm   | 0
          /tracks/0/lastfm/data       | null
          /tracks/1/type              | "podcast"
          /aggregates/bpm/sample_size | 1.5
          """)
  void reportsAValueThatIsNotAsDescribed(String pointer, String value) throws Exception {
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) analysis.at(pointer.substring(0, slash)))
        .set(
            pointer.substring(slash + 1),
            new com.fasterxml.jackson.databind.ObjectMapper().readTree(value));
    body = analysis.toString();
    assertThat(violations()).isNotEmpty();
  }

  @Test
  void reportsABodyThatIsNoJsonOrEmptyOrNotDescribed() {
    body = "<html>";
    assertThat(violations()).containsExactly("body is no JSON");
    body = "";
    assertThat(violations()).containsExactly("body is empty");
    method = "DELETE";
    headers.remove("ETag");
    path = "/v1/session";
    status = 204;
    requestHeaders.put("x-session", List.of("Ab0_-".repeat(8) + "xyz"));
    assertThat(violations()).isEmpty();
    body = "{}";
    assertThat(violations()).containsExactly("a body is not described");
  }

  @Test
  void reportsHeadersThatAreMissingWrongOrNotDescribed() {
    status = 202;
    headers.put("X-Powered-By", List.of("vinyl"));
    headers.put("Preference-Applied", List.of("wait=26"));
    assertThat(violations())
        .hasSize(3)
        .contains("the header Retry-After is missing")
        .contains("the header X-Powered-By is not described")
        .anyMatch(each -> each.startsWith("the header Preference-Applied"));
    headers.put("Retry-After", List.of("0"));
    assertThat(violations()).anyMatch(each -> each.startsWith("the header Retry-After"));
  }

  @Test
  void reportsARequestThatWasGrantedAgainstTheDescription() {
    query = "limit=501&include=bpm&page=2";
    requestHeaders.clear();
    assertThat(violations())
        .hasSize(4)
        .anyMatch(each -> each.startsWith("the parameter limit"))
        .anyMatch(each -> each.startsWith("the parameter include"))
        .contains("the parameter page is not described")
        .anyMatch(each -> each.startsWith("granted without any of"));
    path = "/v1/playlists/short/analysis";
    assertThat(violations()).anyMatch(each -> each.startsWith("the parameter playlist_id"));
  }

  @Test
  void reportsABodyThatWasGrantedAgainstTheDescription() {
    method = "POST";
    headers.remove("ETag");
    path = "/v1/tracks/enrichment";
    requestBody = "{\"tracks\":[{\"title\":\"Jóga\"}]}";
    body = example("TrackAnalysis").toString();
    assertThat(violations()).isNotEmpty().allMatch(each -> each.startsWith("the request's body"));
    requestBody = "{\"tracks\":[{\"title\":\"Jóga\",\"artists\":[\"Björk\"]}]}";
    assertThat(violations()).isEmpty();
  }

  @Test
  void aParameterMayHoldSlashesWhereTheDescriptionSaysSo() {
    path = "/v1/artists/AC/DC";
    body = example("ArtistRecord").toString();
    assertThat(violations()).isEmpty();
  }

  @Test
  void saysAllOfItAtOnce() {
    status = 418;
    assertThatThrownBy(() -> contract.check(exchange()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(ANALYSIS)
        .hasMessageContaining("the status 418 is not described");
  }

  private void assertReported(String field) {
    body = analysis.toString();
    assertThat(violations()).anyMatch(each -> each.contains(field));
  }

  private ObjectNode example(String name) {
    JsonNode example = description.document().at("/components/examples/" + name + "/value");
    return example.deepCopy();
  }

  private List<String> violations() {
    return contract.violations(exchange());
  }

  private Exchange exchange() {
    return new Exchange(method, path, query, requestHeaders, requestBody, status, headers, body);
  }
}
