package io.linernotes.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs a user in with Spotify, for the user's private playlists. */
@Command(
    name = "login",
    description = {
      "Signs you in at Spotify in your browser and keeps the session in a file that only you can"
          + " read; analyze, enrich and order then answer as you see your playlists."
    },
    footer = {"", "./linernotes login"})
final class LoginCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PROFILE = Duration.ofSeconds(10);

  private final Screen screen;
  private final Consumer<URI> browser;

  @Mixin private final ServiceOptions service;

  @Option(names = "--no-browser", description = "Print the link instead of opening it.")
  private boolean noBrowser;

  @Option(names = "--sign-out", description = "End the session and forget it.")
  private boolean signOut;

  LoginCommand(Screen screen, Map<String, String> environment) {
    this(screen, environment, LoginCommand::openBrowser);
  }

  /** A command that opens links with {@code browser}. */
  LoginCommand(Screen screen, Map<String, String> environment, Consumer<URI> browser) {
    this.screen = screen;
    this.browser = browser;
    this.service = new ServiceOptions(environment);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (signOut) {
      signOut();
    } else {
      signIn();
    }
    return 0;
  }

  private void signIn() throws InterruptedException {
    try (var page = SignedInPage.open()) {
      URI link = page.beginAt(service.url());
      screen.err().println("Sign in at " + link);
      if (!noBrowser) {
        browser.accept(link);
      }
      String session =
          page.awaitSession(PATIENCE)
              .orElseThrow(() -> new CommandException("Nobody signed in for ten minutes."));
      service.sessions().keep(service.url(), session);
    } catch (IOException e) {
      throw new CommandException(
          "No port of this machine is free for the browser to return to.", e);
    }
    screen.out().println("Signed in as " + name() + ".");
    screen.out().println("The session is kept in " + service.sessions().path() + ".");
  }

  private String name() {
    try (var api = service.client()) {
      JsonNode profile = api.profile(PROFILE).body();
      return JsonFields.text(profile, "/user/display_name")
          .or(() -> JsonFields.text(profile, "/user/id"))
          .orElse("somebody whose name Spotify has not told yet");
    }
  }

  private void signOut() {
    try (var api = service.client()) {
      if (service.sessions().of(service.url()).isPresent()) {
        api.signOut();
      }
      service.sessions().remove(service.url());
    }
    screen.out().println("Signed out.");
  }

  /**
   * Opens a link with the system's own command. If that fails, the user can still open the printed
   * link.
   */
  private static void openBrowser(URI link) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", link.toString())
            : List.of(system.contains("mac") ? "open" : "xdg-open", link.toString());
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // No browser starts: the user can open the printed link on another screen of this machine.
    }
  }
}
