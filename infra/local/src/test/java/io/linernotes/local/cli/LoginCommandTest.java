package io.linernotes.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LoginCommandTest {
  private static final String SESSION = "rZ8-".repeat(10);

  @TempDir private Path directory;

  private final ScriptedApi api;
  private final Console console = new Console();
  private final List<URI> opened = new ArrayList<>();

  LoginCommandTest() throws IOException {
    api = new ScriptedApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void keepsTheSessionThatTheBrowserBrings() {
    api.answers(200, "{\"status\":\"hit\",\"user\":{\"id\":\"ada\",\"display_name\":\"Ada\"}}");

    assertThat(login(this::returnWithASession)).isZero();

    assertThat(opened.getFirst().toString())
        .startsWith(api.url() + "/v1/auth/spotify?return_to=http%3A%2F%2F127.0.0.1%3A");
    assertThat(console.out()).contains("Signed in as Ada.").contains("sessions.json");
    assertThat(console.out() + console.err()).doesNotContain(SESSION);
    assertThat(sessions().of(URI.create(api.url()))).contains(SESSION);
    assertThat(api.requests()).containsExactly("/v1/me");
    assertThat(api.lastSession()).isEqualTo(SESSION);
  }

  @Test
  void otherCommandsUseTheSession() {
    sessions().keep(URI.create(api.url()), SESSION);
    api.answers(200, Answers.partial().toString());

    console.run(environment(), "analyze", "linernotesDemoPlaylist", "--url", api.url());

    assertThat(api.lastSession()).isEqualTo(SESSION);
  }

  @Test
  void saysHowToSignInAgain() {
    sessions().keep(URI.create(api.url()), SESSION);
    api.answers(401, "{\"title\":\"Unauthorized\",\"detail\":\"This session has ended.\"}");

    console.run(environment(), "analyze", "linernotesDemoPlaylist", "--url", api.url());

    assertThat(console.err()).contains("This session has ended. Run ./linernotes login.");
  }

  @Test
  void signsOut() {
    sessions().keep(URI.create(api.url()), SESSION);
    api.answers(204, "");

    assertThat(console.run(environment(), "login", "--sign-out", "--url", api.url())).isZero();

    assertThat(api.requests()).containsExactly("/v1/session");
    assertThat(sessions().of(URI.create(api.url()))).isEmpty();
  }

  @Test
  void aPageOfAnotherSiteCannotHandInASession() {
    api.answers(200, "{\"user\":{\"id\":\"ada\"}}");
    List<Integer> statuses = new ArrayList<>();

    login(
        begin -> {
          URI page = returnTo(begin);
          statuses.add(post(page.resolve("/session"), "forged-session-of-somebody"));
          statuses.add(post(page.resolve("/session/guess"), "forged-session-of-somebody"));
          statuses.add(post(page.resolve(secretPath(page)), "<nonsense>"));
          returnWithASession(begin);
        });

    assertThat(statuses).containsExactly(404, 404, 400);
    assertThat(sessions().of(URI.create(api.url()))).contains(SESSION);
  }

  private int login(java.util.function.Consumer<URI> browser) {
    return new CommandLine(new LoginCommand(console.screen(), environment(), browser))
        .execute("--url", api.url());
  }

  /** What a browser does once Spotify and the service have sent it back. */
  private void returnWithASession(URI begin) {
    opened.add(begin);
    URI page = returnTo(begin);
    assertThat(post(page.resolve(secretPath(page)), SESSION)).isEqualTo(204);
  }

  private static URI returnTo(URI begin) {
    return URI.create(URLDecoder.decode(begin.getRawQuery().split("=", 2)[1], UTF_8));
  }

  private static String secretPath(URI page) {
    var path =
        Pattern.compile("/session/[0-9a-f]+").matcher(send(HttpRequest.newBuilder(page)).body());
    assertThat(path.find()).isTrue();
    return path.group();
  }

  private static int post(URI uri, String body) {
    return send(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body))).statusCode();
  }

  private static java.net.http.HttpResponse<String> send(HttpRequest.Builder request) {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private SessionFile sessions() {
    return SessionFile.in(environment());
  }

  private Map<String, String> environment() {
    return Map.of("XDG_CONFIG_HOME", directory.toString());
  }
}
