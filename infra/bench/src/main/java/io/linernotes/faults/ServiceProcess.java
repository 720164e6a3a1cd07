package io.linernotes.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The service as {@code ./linernotes up --data} runs it, in a process that can be killed. */
final class ServiceProcess implements AutoCloseable {

  private static final String READY = "ready ";

  private final Process process;
  private final URI url;

  private ServiceProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Starts it over the world's providers; the data directory survives the process. */
  static ServiceProcess start(World world, Path data) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx400m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dlinernotes.home=" + System.getProperty("linernotes.home", ""),
            "-cp",
            System.getProperty("java.class.path"),
            "io.linernotes.local.cli.Linernotes",
            "up",
            "--port",
            "0",
            "--data",
            data.toString(),
            "--parameter-overrides",
            "QuotaScale=" + world.scale());
    builder.environment().putAll(world.simulator().environment());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPOTIFY_CLIENT_ID", "faults",
                "SPOTIFY_CLIENT_SECRET", "faults",
                "LASTFM_API_KEY", "faults",
                "CONTACT", "faults@localhost.invalid"));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return new ServiceProcess(process, url(process));
  }

  /** Waits for the line that prints its URL. */
  private static URI url(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        return URI.create(line.substring(READY.length()).strip());
      }
    }
    throw new IOException("the service did not start");
  }

  URI url() {
    return url;
  }

  /** Kills it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Suspends it. */
  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Resumes it. */
  void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder(List.of("kill", "-" + name, String.valueOf(process.pid())))
        .start()
        .waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
