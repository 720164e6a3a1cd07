package io.linernotes.local.stack.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.linernotes.local.stack.lambda.FunctionRuntime;
import io.linernotes.local.stack.template.Schedule;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Invokes functions on their schedules by the local clock, one thread per schedule. */
public final class Scheduler implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("schedule-", 1).factory());

  private Scheduler() {}

  /** Starts the schedules of these functions. */
  public static Scheduler start(Collection<FunctionRuntime> functions) {
    var scheduler = new Scheduler();
    for (var function : functions) {
      for (var schedule : function.function().schedules()) {
        var expression =
            ScheduleExpression.parse(schedule.expression(), ZoneId.of(schedule.timeZone()));
        scheduler.threads.execute(() -> run(schedule, expression, function));
      }
    }
    return scheduler;
  }

  /** Runs one schedule until it is interrupted or has no next time. */
  private static void run(
      Schedule schedule, ScheduleExpression expression, FunctionRuntime function) {
    try {
      var next = expression.next(ZonedDateTime.now());
      while (next.isPresent()) {
        Thread.sleep(until(next.get()));
        var outcome = function.invokeWhenFree(schedule.input().getBytes(UTF_8));
        next = following(expression, next);
        System.getLogger(Scheduler.class.getName())
            .log(System.Logger.Level.DEBUG, "{0}: {1}", schedule.name(), outcome);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration until(ZonedDateTime time) {
    var left = Duration.between(ZonedDateTime.now(), time);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** The next time; those that passed while the function ran are skipped. */
  private static Optional<ZonedDateTime> following(
      ScheduleExpression expression, Optional<ZonedDateTime> last) {
    var now = ZonedDateTime.now();
    var next = last.flatMap(expression::next);
    while (next.isPresent() && next.get().isBefore(now)) {
      next = next.flatMap(expression::next);
    }
    return next;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
