package io.linernotes.local.stack.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.linernotes.local.stack.template.TemplateException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a schedule runs: {@code rate(5 minutes)}, {@code cron(0 3 * * ? *)}, {@code at(...)}. */
sealed interface ScheduleExpression {
  /** The first time after this one; empty when there is none. */
  Optional<ZonedDateTime> next(ZonedDateTime after);

  static ScheduleExpression parse(String expression, ZoneId zone) {
    var matcher = Pattern.compile("(rate|cron|at)\\((.*)\\)").matcher(expression.strip());
    if (!matcher.matches()) {
      throw unknown(expression, null);
    }
    try {
      return switch (matcher.group(1)) {
        case "rate" -> Rate.parse(matcher.group(2));
        case "cron" -> Cron.parse(matcher.group(2), zone);
        default -> new At(LocalDateTime.parse(matcher.group(2)).atZone(zone));
      };
    } catch (RuntimeException e) {
      throw unknown(expression, e);
    }
  }

  private static TemplateException unknown(
      String expression, @org.jspecify.annotations.Nullable Throwable cause) {
    var why = cause == null ? "" : ": " + cause.getMessage();
    return new TemplateException("'" + expression + "' is no schedule expression" + why);
  }

  /** At a fixed rate, beginning when the schedule starts. */
  record Rate(Duration period) implements ScheduleExpression {
    static Rate parse(String text) {
      var parts = text.strip().split("\\s+");
      var count = Long.parseLong(parts[0]);
      return new Rate(
          switch (parts[1]) {
            case "minute", "minutes" -> Duration.ofMinutes(count);
            case "hour", "hours" -> Duration.ofHours(count);
            case "day", "days" -> Duration.ofDays(count);
            default -> throw new IllegalArgumentException("there is no unit " + parts[1]);
          });
    }

    @Override
    public Optional<ZonedDateTime> next(ZonedDateTime after) {
      return Optional.of(after.plus(period));
    }
  }

  /** By the calendar: minutes, hours, day of month, month, day of week, year. */
  record Cron(ExecutionTime times, ZoneId zone) implements ScheduleExpression {
    /** Parses Quartz's fields without the one for seconds. */
    static Cron parse(String fields, ZoneId zone) {
      var parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
      return new Cron(ExecutionTime.forCron(parser.parse("0 " + fields)), zone);
    }

    @Override
    public Optional<ZonedDateTime> next(ZonedDateTime after) {
      return times.nextExecution(after.withZoneSameInstant(zone));
    }
  }

  /** Once, at this time. */
  record At(ZonedDateTime time) implements ScheduleExpression {
    @Override
    public Optional<ZonedDateTime> next(ZonedDateTime after) {
      return time.isAfter(after) ? Optional.of(time) : Optional.empty();
    }
  }
}
