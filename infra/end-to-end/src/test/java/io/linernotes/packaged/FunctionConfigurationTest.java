package io.linernotes.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.local.stack.template.FunctionSpec;
import io.linernotes.service.RunningService;
import io.linernotes.service.SharedService;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function with a missing or malformed variable fails when it starts, and names the variable. */
@ExtendWith(SharedService.class)
final class FunctionConfigurationTest {

  private final RunningService service;

  FunctionConfigurationTest(RunningService service) {
    this.service = service;
  }

  @Test
  void aVariableThatIsMissingIsNamedInOneLineWithTheRemedy() {
    for (FunctionSpec function : service.stack().topology().functions()) {
      List<String> required = new ArrayList<>();
      for (String name : function.environment().keySet()) {
        Map<String, String> variables = variables(function);
        variables.remove(name);
        String reason = whyItDoesNotStart(function, variables);
        if (!reason.isEmpty()) {
          required.add(name);
          assertThat(reason)
              .as(function.logicalId() + " without " + name)
              .contains(name + " is not set. ")
              .endsWith(".")
              .doesNotContain("\n");
        }
      }
      assertThat(required).as(function.logicalId()).contains("CACHE_TABLE");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ApiFunction, DEEZER_QUOTA, many",
    "ApiFunction, QUOTA_SCALE, fast",
    "ApiFunction, DEMAND_SAMPLING, 2",
    "ApiFunction, SPOTIFY_REDIRECT_URI, http://localhost/callback",
    "WarmerFunction, WARM_PLAYLISTS, everything",
    "WarmerFunction, WARM_MINUTES, -1",
    "SpotifyWorker, SPOTIFY_MODE, luxury",
    "DeezerWorker, DEEZER_API_URL, nowhere",
    "MusicBrainzWorker, RESERVED_CONCURRENCY, none",
    "LastfmWorker, LASTFM_QUOTA, 25",
    "ReccoBeatsWorker, MAX_RECEIVE_COUNT, 0"
  })
  void aVariableThatHoldsNonsenseIsNamedInOneLine(String id, String name, String value) {
    FunctionSpec function = service.stack().topology().function(id);
    Map<String, String> variables = variables(function);
    variables.put(name, value);

    assertThat(whyItDoesNotStart(function, variables)).startsWith(name).doesNotContain("\n");
  }

  private Map<String, String> variables(FunctionSpec function) {
    return new HashMap<>(service.stack().environmentOf(function.logicalId()));
  }

  /** The message of the exception that the handler's constructor throws; empty if there is none. */
  private static String whyItDoesNotStart(FunctionSpec function, Map<String, String> variables) {
    try {
      Object handler =
          Class.forName(function.handler().split("::", 2)[0])
              .getConstructor(Map.class)
              .newInstance(variables);
      assertThat(handler).isNotNull();
      return "";
    } catch (InvocationTargetException e) {
      assertThat(e).hasCauseInstanceOf(IllegalStateException.class);
      return String.valueOf(e.getTargetException().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
