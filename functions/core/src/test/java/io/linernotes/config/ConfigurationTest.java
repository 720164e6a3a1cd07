package io.linernotes.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

  private static final String REMEDY = "Set it to the table's name.";

  @Test
  void namesTheMissingVariableAndTheRemedy() {
    assertThatIllegalStateException()
        .isThrownBy(() -> with("OTHER", "x").required("CACHE_TABLE", REMEDY))
        .withMessage("CACHE_TABLE is not set. Set it to the table's name.");
  }

  @Test
  void takesABlankVariableForAMissingOne() {
    Configuration blank = with("CACHE_TABLE", "  ");

    assertThat(blank.optional("CACHE_TABLE")).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> blank.required("CACHE_TABLE", REMEDY));
  }

  @Test
  void stripsWhatIsPastedWithSpaces() {
    assertThat(with("CACHE_TABLE", " tracks\n").required("CACHE_TABLE", REMEDY))
        .isEqualTo("tracks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://api.deezer.com", "https://api.deezer.com/", "https://api.deezer.com//"})
  void readsABaseUrlWithOrWithoutATrailingSlash(String given) {
    assertThat(with("DEEZER_API_URL", given).uri("DEEZER_API_URL", "Set it."))
        .isEqualTo(URI.create("https://api.deezer.com"));
  }

  @Test
  void keepsThePathOfABaseUrl() {
    assertThat(with("LASTFM_API_URL", "http://localhost:8081/2.0/").uri("LASTFM_API_URL", ""))
        .hasToString("http://localhost:8081/2.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.deezer.com", "ftp://api.deezer.com", "https://", "http://a b", "/"})
  void refusesWhatIsNoHttpUrlWithoutRepeatingIt(String given) {
    assertThatIllegalStateException()
        .isThrownBy(() -> with("DEEZER_API_URL", given).uri("DEEZER_API_URL", "Set it."))
        .withMessage("DEEZER_API_URL is not an http or https URL. Set it.")
        .withNoCause();
  }

  @Test
  void readsNumbersOrFallsBack() {
    Configuration configuration =
        Configuration.of(Map.of("RESERVED_CONCURRENCY", "2", "QUOTA_SCALE", "0.5"));

    assertThat(configuration.wholeNumber("RESERVED_CONCURRENCY", 1, 1)).isEqualTo(2);
    assertThat(configuration.wholeNumber("BATCH", 10, 1)).isEqualTo(10);
    assertThat(configuration.decimal("QUOTA_SCALE", 1)).isEqualTo(0.5);
    assertThat(configuration.decimal("OTHER_SCALE", 1)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "two", "1.5", "99999999999"})
  void refusesAnotherWholeNumber(String given) {
    assertThatIllegalStateException()
        .isThrownBy(() -> with("R", given).wholeNumber("R", 1, 1))
        .withMessage("R is " + given + ". Set it to a whole number of at least 1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.1", "NaN", "Infinity", "fast"})
  void refusesAnotherDecimal(String given) {
    assertThatIllegalStateException()
        .isThrownBy(() -> with("QUOTA_SCALE", given).decimal("QUOTA_SCALE", 1))
        .withMessageStartingWith("QUOTA_SCALE is " + given);
  }

  @Test
  void printsNamesAndNoSecrets() {
    assertThat(with("SPOTIFY_CLIENT_SECRET", "hush"))
        .hasToString("Configuration[SPOTIFY_CLIENT_SECRET]");
  }

  private static Configuration with(String name, String value) {
    return Configuration.of(Map.of(name, value));
  }
}
