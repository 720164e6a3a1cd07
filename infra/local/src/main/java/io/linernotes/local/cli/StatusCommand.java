package io.linernotes.local.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the status of a running service. */
@Command(
    name = "status",
    description =
        "Tells how a service that runs is doing: each provider's quota, what was used of it, its"
            + " queue, and how today's answers came out.")
final class StatusCommand implements Callable<Integer> {
  private final Screen screen;

  @Mixin private final ServiceOptions service;

  @Option(names = "--json", description = "Print the service's answer as it came.")
  private boolean json;

  StatusCommand(Screen screen, Map<String, String> environment) {
    this.screen = screen;
    this.service = new ServiceOptions(environment);
  }

  @Override
  public Integer call() {
    try (var api = service.client()) {
      var status = api.status();
      if (json) {
        screen.out().println(status);
      } else {
        new StatusTable(status).print(screen);
      }
      return 0;
    }
  }
}
