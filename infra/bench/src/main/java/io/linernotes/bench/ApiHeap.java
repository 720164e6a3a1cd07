package io.linernotes.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.linernotes.local.stack.lambda.FunctionRuntime;
import io.linernotes.local.stack.lambda.Invocation;
import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.local.stack.template.Template;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the API function alone in a process with a limited heap: it answers the same request a few
 * times, and the process prints the peak heap usage.
 */
final class ApiHeap {

  private static final String FUNCTION = "ApiFunction";
  private static final int ANSWERS = 5;
  private static final double MEGABYTE = 1024.0 * 1024;
  private static final String EVENT =
      """
      {"httpMethod": "GET", "resource": "/v1/playlists/{playlist_id}/analysis",
       "pathParameters": {"playlist_id": "%s"}, "queryStringParameters": {"limit": "500"},
       "requestContext": {"requestId": "bench"}}""";

  private ApiHeap() {}

  /**
   * Starts the process and waits until it ends.
   *
   * @param environment the function's environment in the running stack
   */
  static void run(Path template, Map<String, String> environment, int megabytes, String playlist)
      throws InterruptedException {
    ProcessBuilder process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path", ""),
                ApiHeap.class.getName(),
                template.toString(),
                playlist)
            .inheritIO();
    process.environment().putAll(environment);
    try {
      process.start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("no further process: " + e.getMessage(), e);
    }
  }

  /** Arguments: the template, and the playlist's id. */
  public static void main(String[] args) {
    Logger.getLogger("").setLevel(Level.WARNING);
    var template = Template.read(Path.of(args[0]));
    var function = template.resolve(template.placeholders(), Endpoints.NONE).function(FUNCTION);
    byte[] event = EVENT.formatted(args[1]).getBytes(UTF_8);
    try (FunctionRuntime api = new FunctionRuntime(function, System.getenv())) {
      for (int i = 0; i < ANSWERS; i++) {
        long started = System.nanoTime();
        Invocation invocation = api.invoke(event);
        long took = (System.nanoTime() - started) / 1_000_000;
        print(
            "  heap of %d MB     %s, %d ms, at most %d MB of the heap used",
            megabytes(Runtime.getRuntime().maxMemory()), told(invocation), took, megabytes(peak()));
      }
    }
    System.exit(0);
  }

  private static String told(Invocation invocation) {
    return invocation instanceof Invocation.Answered answered
        ? answered.json().length + " bytes"
        : invocation.toString();
  }

  /**
   * The sum of the heap pools' peaks in bytes: an upper bound, because the peaks may be at
   * different times.
   */
  private static long peak() {
    List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
    return pools.stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private static long megabytes(long bytes) {
    return Math.round(bytes / MEGABYTE);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
