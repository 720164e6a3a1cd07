package io.linernotes.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Runs rows, each in a service of its own.
 *
 * @param template the template of the service
 * @param scale the factor by which the quotas' windows are shorter than the real ones
 */
record Trial(Path template, double scale, long seed) {

  /** How long a fault lasts. */
  private static final Duration FAULT = Duration.ofSeconds(5);

  private static final int LONGEST_BEFORE_A_KILL = 2_500;

  /** The statuses of the sections without a fault. */
  Map<String, String> truth() throws Exception {
    try (World world = World.start(scale);
        FaultyService service = FaultyService.start(template, world, random());
        Client client = new Client()) {
      Watch watch = new Watch(client, world.mixed());
      watch.untilHealed(service.url());
      return watch.last().sections();
    }
  }

  /** Runs one fault and compares the statuses of the sections with {@code truth}. */
  Row run(Fault fault, Map<String, String> truth) throws Exception {
    return switch (fault) {
      case Fault.Nothing nothing -> run(nothing, truth, template, _ -> {}, _ -> {});
      case Fault.OfProvider it ->
          run(
              it,
              truth,
              template,
              service -> service.simulator().failUntilRecovered(it.provider(), it.failure()),
              service -> service.simulator().recover(it.provider()));
      case Fault.OfTables it ->
          run(
              it,
              truth,
              template,
              service -> service.tables().set(it.fault()),
              service -> service.tables().set(new StoreFault.None()));
      case Fault.OfQueues it ->
          run(
              it,
              truth,
              template,
              service -> service.queues().set(it.fault()),
              service -> service.queues().set(new StoreFault.None()));
      case Fault.LittleTime it -> withLittleTime(it, truth);
      case Fault.Killed it -> killed(it, truth);
      case Fault.Frozen it -> frozen(it, truth);
    };
  }

  /** An action on a service. */
  private interface Step {
    void accept(FaultyService service) throws Exception;
  }

  private Row run(Fault fault, Map<String, String> truth, Path ofTemplate, Step inject, Step lift)
      throws Exception {
    try (World world = World.start(scale);
        FaultyService service = FaultyService.start(ofTemplate, world, random());
        Client client = new Client()) {
      new Watch(client, world.known()).untilHealed(service.url());
      service.makeStale();
      world.simulator().reset();
      Watch watch = new Watch(client, world.mixed());
      inject.accept(service);
      watch.during(service.url(), FAULT);
      lift.accept(service);
      watch.untilHealed(service.url());
      return watch.row(fault.name(), truth, world.simulator().report());
    }
  }

  private Row withLittleTime(Fault.LittleTime fault, Map<String, String> truth) throws Exception {
    Path directory = Files.createTempDirectory("linernotes-faults");
    try {
      Path hasty = directory.resolve("template.yaml");
      Files.writeString(
          hasty,
          Files.readString(template)
              .replaceAll("(?m)^      Timeout: (60|30)$", "      Timeout: " + fault.seconds()));
      return run(fault, truth, hasty, _ -> {}, _ -> {});
    } finally {
      delete(directory);
    }
  }

  /** Kills a service while it fills its cache, and restarts it over the same data. */
  private Row killed(Fault.Killed fault, Map<String, String> truth) throws Exception {
    Random random = random();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < fault.times(); i++) {
      int moment = random.nextInt(LONGEST_BEFORE_A_KILL);
      rows.add(
          overData(
              fault.name(),
              truth,
              (process, watch, data, world) -> {
                watch.poll(process.url());
                Thread.sleep(moment);
                process.kill();
                return ServiceProcess.start(world, data);
              }));
    }
    return rows.stream().reduce(Row::and).orElseThrow();
  }

  private Row frozen(Fault.Frozen fault, Map<String, String> truth) throws Exception {
    return overData(
        fault.name(),
        truth,
        (process, watch, _, _) -> {
          watch.poll(process.url());
          Thread.sleep(random().nextInt(LONGEST_BEFORE_A_KILL));
          process.freeze();
          Thread.sleep(fault.time());
          process.thaw();
          return process;
        });
  }

  /** Something that happens to a process; returns the process that runs afterwards. */
  private interface Accident {
    ServiceProcess happens(ServiceProcess process, Watch watch, Path data, World world)
        throws Exception;
  }

  private Row overData(String name, Map<String, String> truth, Accident accident) throws Exception {
    Path data = Files.createTempDirectory("linernotes-faults");
    try (World world = World.start(scale);
        Client client = new Client();
        ServiceProcess first = ServiceProcess.start(world, data)) {
      Watch watch = new Watch(client, world.mixed());
      try (ServiceProcess second = accident.happens(first, watch, data, world)) {
        watch.untilHealed(second.url());
        return watch.row(name, truth, world.simulator().report());
      }
    } finally {
      delete(data);
    }
  }

  private Random random() {
    return new Random(seed);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
