package io.linernotes.local.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.local.stack.template.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
  private final Router router =
      new Router(
          List.of(
              route("ANY", "/{proxy+}"),
              route("GET", "/"),
              route("GET", "/a/{id}"),
              route("GET", "/a/literal"),
              route("ANY", "/a/{id}/b"),
              route("POST", "/a/{id}/b")));

  @ParameterizedTest
  @CsvSource({
    "GET,  /,            GET, /",
    "GET,  /a/1,         GET, /a/{id}",
    "GET,  /a/literal,   GET, /a/literal",
    "POST, /a/1,         ANY, /{proxy+}",
    "POST, /a/1/b,       POST, /a/{id}/b",
    "PUT,  /a/1/b,       ANY, /a/{id}/b",
    "GET,  /a/,          ANY, /{proxy+}",
    "GET,  /a/1/,        ANY, /{proxy+}",
    "GET,  /x/y/z,       ANY, /{proxy+}",
  })
  void findsTheMostLiteralRoute(String method, String path, String routeMethod, String routePath) {
    assertThat(router.find(method, path))
        .hasValueSatisfying(
            match -> assertThat(match.route()).isEqualTo(route(routeMethod, routePath)));
  }

  @Test
  void tellsThePathsParameters() {
    assertThat(router.find("GET", "/a/x%2Fy").orElseThrow().parameters())
        .isEqualTo(Map.of("id", "x%2Fy"));
    assertThat(router.find("GET", "/b/c").orElseThrow().parameters())
        .isEqualTo(Map.of("proxy", "b/c"));
  }

  @Test
  void findsNothingElse() {
    assertThat(new Router(List.of(route("GET", "/a"))).find("GET", "/b")).isEmpty();
    assertThat(new Router(List.of(route("GET", "/a"))).find("POST", "/a")).isEmpty();
    assertThat(new Router(List.of(route("GET", "/a"))).find("GET", "/a/b")).isEmpty();
  }

  private static Route route(String method, String path) {
    return new Route(method, path, "Function", false, false, Map.of());
  }
}
