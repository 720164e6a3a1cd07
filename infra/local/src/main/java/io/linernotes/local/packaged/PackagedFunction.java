package io.linernotes.local.packaged;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import io.linernotes.local.stack.template.FunctionSpec;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * A function in a process of its own, started from its zip by Lambda's own runtime interface
 * client. A class that the zip lacks, a misspelt handler string or a missing variable fails here as
 * in Lambda. Outside the zip, the class path contains only what Lambda's Java runtime provides.
 */
public final class PackagedFunction implements AutoCloseable {

  /** A generous limit for busy machines. */
  private static final Duration LONGEST_INIT = Duration.ofMinutes(2);

  /** Lambda leaves the rest of a function's memory to the JVM itself. */
  private static final double HEAP_SHARE = 0.8;

  private final FunctionSpec function;
  private final RuntimeApi api;
  private final Process process;
  private final List<String> output = Collections.synchronizedList(new ArrayList<>());
  private final long started;
  private final Thread reader;

  private PackagedFunction(FunctionSpec function, RuntimeApi api, long started, Process process) {
    this.started = started;
    this.function = function;
    this.api = api;
    this.process = process;
    this.reader = Thread.ofVirtual().name(function.logicalId() + "-output").start(this::readOutput);
    process
        .onExit()
        .thenAccept(
            ended ->
                api.ended(
                    "%s ended with %d: %s"
                        .formatted(function.logicalId(), ended.exitValue(), lastLines())));
  }

  /**
   * Starts a function from its zip; it is still initialising when this returns.
   *
   * @param zip the packaged function
   * @param directory an empty directory to unpack it into
   * @param environment the function's variables; those that Lambda sets are added
   * @param jvmOptions further options of the JVM
   */
  public static PackagedFunction start(
      FunctionSpec function,
      Path zip,
      Path directory,
      Map<String, String> environment,
      List<String> jvmOptions)
      throws IOException {
    unpack(zip, directory);
    return start(function, directory, environment, jvmOptions);
  }

  /** Starts a function from a directory that a zip was unpacked into. */
  public static PackagedFunction start(
      FunctionSpec function,
      Path directory,
      Map<String, String> environment,
      List<String> jvmOptions)
      throws IOException {
    RuntimeApi api =
        RuntimeApi.start("arn:aws:lambda:us-east-1:123456789012:function:" + function.name());
    ProcessBuilder builder =
        new ProcessBuilder(command(function, jvmOptions))
            .directory(directory.toFile())
            .redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", ":UTC");
    variables.put("LAMBDA_TASK_ROOT", directory.toString());
    variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memoryMegabytes()));
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    variables.put("_HANDLER", function.handler());
    variables.putAll(environment);
    try {
      return new PackagedFunction(function, api, System.nanoTime(), builder.start());
    } catch (IOException e) {
      api.close();
      throw e;
    }
  }

  /** The command line, with the JVM options of Lambda's Java runtime. */
  private static List<String> command(FunctionSpec function, List<String> jvmOptions) {
    return Stream.of(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Math.round(function.memoryMegabytes() * HEAP_SHARE) + "m",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Djava.net.preferIPv4Stack=true",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"),
            jvmOptions.stream(),
            Stream.of("-cp", runtimeClassPath(), AWSLambda.class.getName(), function.handler()))
        .flatMap(part -> part)
        .toList();
  }

  /** What Lambda's Java runtime holds: its client, and the libraries that the client needs. */
  private static String runtimeClassPath() {
    return Stream.of(
            AWSLambda.class,
            RequestHandler.class,
            PojoSerializer.class,
            SdkInternalThreadLocal.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Unpacks a function's zip into an empty directory. */
  public static void unpack(Path zip, Path directory) throws IOException {
    if (!Files.isRegularFile(zip)) {
      throw new IOException(zip + " is not there: build it by ./mvnw package -DskipTests");
    }
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException(zip + " holds " + entry.getName() + ", which leaves it");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(file.getInputStream(entry), target);
        }
      }
    }
  }

  private void readOutput() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException e) {
      output.add("The output cannot be read any further: " + e.getMessage());
    }
  }

  /**
   * Waits until the handler is constructed, as Lambda does before it sends an event.
   *
   * @return how long that took, from the start of the process
   * @throws IllegalStateException with what the function reported, if it cannot start
   */
  public Duration awaitInit() {
    return Duration.ofNanos(await(api.initialised(), LONGEST_INIT) - started);
  }

  /**
   * Hands an event to the function and waits for its answer, no longer than its timeout.
   *
   * @throws IllegalStateException if it does not answer in time, or its process ends
   */
  public PackagedReply invoke(byte[] event) {
    return await(api.invoke(event, function.timeout()), function.timeout());
  }

  private <T> T await(CompletableFuture<T> future, Duration longest) {
    try {
      return future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalStateException(String.valueOf(cause.getMessage()), cause);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "%s did not answer within %s s: %s"
              .formatted(function.logicalId(), longest.toSeconds(), lastLines()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The lines that it has printed so far. */
  public List<String> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  private String lastLines() {
    List<String> lines = output();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  /** Ends the process. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    api.close();
  }
}
