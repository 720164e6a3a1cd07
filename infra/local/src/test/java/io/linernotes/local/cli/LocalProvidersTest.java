package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linernotes.local.cli.LocalProviders.Source;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocalProvidersTest {
  private static final Set<String> DECLARED =
      Set.of("SpotifyApiUrl", "SpotifyAccountsUrl", "DeezerApiUrl", "SpotifyClientId", "Contact");

  private static final Map<String, String> SIMULATOR =
      Map.of(
          "SPOTIFY_API_URL", "http://sim/spotify",
          "SPOTIFY_ACCOUNTS_URL", "http://sim/accounts",
          "DEEZER_API_URL", "http://sim/deezer",
          "RECCOBEATS_API_URL", "http://sim/reccobeats");

  private static final Map<String, String> ALL_KEYS =
      Map.of(
          "SPOTIFY_CLIENT_ID", "id",
          "SPOTIFY_CLIENT_SECRET", "secret",
          "LASTFM_API_KEY", "key",
          "CONTACT", "me@example.org");

  @Test
  void simulatesWhatHasNoUrl() {
    var providers =
        LocalProviders.decide(Map.of("SPOTIFY_API_URL", "http://mine/v1/"), Map.of(), false);

    assertThat(providers.parameters(DECLARED, SIMULATOR))
        .containsEntry("SpotifyApiUrl", "http://mine/v1")
        .containsEntry("SpotifyAccountsUrl", "http://sim/accounts")
        .containsEntry("DeezerApiUrl", "http://sim/deezer");
    assertThat(providers.simulated())
        .contains(Upstream.SPOTIFY_ACCOUNTS, Upstream.RECCOBEATS)
        .doesNotContain(Upstream.SPOTIFY);
  }

  @Test
  void leavesTheTemplatesOwnUrlsWhenLive() {
    var providers = LocalProviders.decide(ALL_KEYS, Map.of(), true);

    assertThat(providers.simulated()).isEmpty();
    assertThat(providers.parameters(DECLARED, Map.of()))
        .containsOnly(Map.entry("SpotifyClientId", "id"), Map.entry("Contact", "me@example.org"));
  }

  @Test
  void takesAUrlFromTheEnvironmentEvenWhenLive() {
    var environment = new java.util.HashMap<>(ALL_KEYS);
    environment.put("DEEZER_API_URL", "http://mine");

    var providers = LocalProviders.decide(environment, Map.of(), true);

    assertThat(providers.source(Upstream.DEEZER)).isEqualTo(new Source.Given("http://mine"));
    assertThat(providers.parameters(DECLARED, Map.of()))
        .containsEntry("DeezerApiUrl", "http://mine");
  }

  @Test
  void takesAUrlFromTheParametersUnlessTheEnvironmentHasOne() {
    var overrides = Map.of("DeezerApiUrl", "http://parameter", "SpotifyApiUrl", "http://parameter");

    var providers =
        LocalProviders.decide(Map.of("SPOTIFY_API_URL", "http://mine"), overrides, false);

    assertThat(providers.parameters(DECLARED, SIMULATOR))
        .containsEntry("DeezerApiUrl", "http://parameter")
        .containsEntry("SpotifyApiUrl", "http://mine");
  }

  @Test
  void givesHarmlessKeysToTheSimulator() {
    var parameters =
        LocalProviders.decide(Map.of(), Map.of("Contact", "me@x.org"), false)
            .parameters(DECLARED, SIMULATOR);

    assertThat(parameters).containsEntry("Contact", "me@x.org").containsKey("SpotifyClientId");
    assertThat(parameters.keySet()).isSubsetOf(DECLARED);
  }

  @Test
  void givesSecretsBesideTheParameters() {
    assertThat(LocalProviders.decide(ALL_KEYS, Map.of(), true).secrets())
        .containsOnly(
            Map.entry("SPOTIFY_CLIENT_SECRET", "secret"), Map.entry("LASTFM_API_KEY", "key"));
    assertThat(LocalProviders.decide(Map.of(), Map.of(), false).secrets())
        .containsOnlyKeys("SPOTIFY_CLIENT_SECRET", "LASTFM_API_KEY")
        .doesNotContainValue("");
  }

  @Test
  void needsNoKeyOfAProviderThatIsNotTheRealOne() {
    var environment = new java.util.HashMap<>(ALL_KEYS);
    environment.remove("LASTFM_API_KEY");
    environment.put("LASTFM_API_URL", "http://mine/2.0/");

    assertThat(LocalProviders.decide(environment, Map.of(), true).simulated()).isEmpty();
  }

  @Test
  void namesTheKeyThatARealProviderNeeds() {
    var environment = new java.util.HashMap<>(ALL_KEYS);
    environment.remove("LASTFM_API_KEY");

    assertThatThrownBy(() -> LocalProviders.decide(environment, Map.of(), true))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("LASTFM_API_KEY")
        .hasMessageContaining("last.fm/api");
  }

  @Test
  void namesTheVariableThatHoldsNoUrl() {
    assertThatThrownBy(
            () -> LocalProviders.decide(Map.of("DEEZER_API_URL", "deezer"), Map.of(), false))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("DEEZER_API_URL");
  }
}
