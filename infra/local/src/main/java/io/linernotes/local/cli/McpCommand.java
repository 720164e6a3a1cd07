package io.linernotes.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Carries messages between an agent's standard streams and the service's {@code /mcp}. */
@Command(
    name = "mcp",
    description = {
      "Gives an agent the tools of a service that runs, by the Model Context Protocol: messages",
      "come on standard input and go to standard output, one on a line.",
      "",
      "In an agent's configuration: {\"command\": \"/path/to/linernotes\", \"args\": [\"mcp\"]}"
    },
    footer = {"", "./linernotes mcp --url https://…/prod --key …"})
final class McpCommand implements Callable<Integer> {
  private final Screen screen;

  @Mixin private final ServiceOptions service;

  McpCommand(Screen screen, Map<String, String> environment) {
    this.screen = screen;
    this.service = new ServiceOptions(environment);
  }

  @Override
  public Integer call() throws IOException {
    List<Thread> running = new ArrayList<>();
    try (var bridge = new McpBridge(service, this::print);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String message = line;
        if (!message.isBlank()) {
          // One thread per message, so that a slow tool does not delay the answer to a ping.
          running.removeIf(thread -> !thread.isAlive());
          running.add(Thread.ofVirtual().name("mcp").start(() -> bridge.carry(message)));
        }
      }
      for (Thread thread : running) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private synchronized void print(String message) {
    screen.out().println(message);
    screen.out().flush();
  }
}
