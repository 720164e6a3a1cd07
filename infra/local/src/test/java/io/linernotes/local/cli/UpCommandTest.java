package io.linernotes.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpCommandTest {
  private static final String TEMPLATE = Path.of("../../template.yaml").toString();
  private static final String PLAYLIST = "linernotesDemoPlaylist";

  @TempDir private Path directory;

  @Test
  void keepsTheServiceRunningUntilItIsStopped() throws Exception {
    var up = new Console();
    var variables = directory.resolve("new/env.json");
    var service =
        new FutureTask<>(
            () ->
                up.run(
                    Map.of("DEEZER_API_URL", "http://ada:secret@127.0.0.1:9/"),
                    "up",
                    "--template",
                    TEMPLATE,
                    "--port",
                    "0",
                    "--env-vars",
                    variables.toString(),
                    "--env-host",
                    "host.docker.internal"));
    var thread = Thread.ofPlatform().start(service);
    await().atMost(Duration.ofSeconds(60)).until(() -> up.out().contains("Stop "));

    assertThat(up.out())
        .contains("Simulated  Spotify, Spotify accounts, MusicBrainz")
        .contains("Real       Deezer at http://127.0.0.1:9")
        .doesNotContain("secret");
    assertThat(Files.readString(variables))
        .contains("\"AWS_ENDPOINT_URL_SQS\" : \"http://host.docker.internal:");
    assertThat(EnvironmentFile.read(variables, "ApiFunction"))
        .containsEntry("SPOTIFY_REDIRECT_URI", url(up).orElseThrow() + "/v1/auth/spotify/callback");
    assertThat(EnvironmentFile.read(variables, "DeezerWorker"))
        .containsEntry("DEEZER_API_URL", "http://ada:secret@127.0.0.1:9")
        .containsKeys("CACHE_TABLE", "DEEZER_QUEUE_URL", "AWS_ENDPOINT_URL_DYNAMODB");
    assertThat(analyze(up, "--no-wait").out()).contains("on its way");
    assertThat(analyze(up, "--include", "bpm").err()).startsWith("400 ").contains("include");
    assertThat(analyze(up, "--key", "wrong").err()).startsWith("403 ").contains("x-api-key");

    thread.interrupt();
    assertThat(service.get()).isZero();
    assertThat(analyze(up).err()).startsWith("Nothing answers");
  }

  private static Console analyze(Console up, String... more) {
    var console = new Console();
    var arguments = new java.util.ArrayList<>(java.util.List.of("analyze", PLAYLIST));
    arguments.addAll(java.util.List.of("--url", url(up).orElseThrow()));
    arguments.addAll(java.util.List.of(more));
    console.run(arguments.toArray(String[]::new));
    return console;
  }

  private static Optional<String> url(Console up) {
    return up.out()
        .lines()
        .filter(line -> line.startsWith("ready "))
        .map(line -> line.substring(6))
        .findFirst();
  }
}
