package io.linernotes.local.stack.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linernotes.local.stack.template.TemplateException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleExpressionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate(5 minutes)          | UTC           | 2026-03-02T10:05:00Z
          rate(1 hour)             | UTC           | 2026-03-02T11:00:00Z
          rate(2 days)             | UTC           | 2026-03-04T10:00:00Z
          cron(0/15 * * * ? *)     | UTC           | 2026-03-02T10:15:00Z
          cron(0 3 * * ? *)        | UTC           | 2026-03-03T03:00:00Z
          cron(0 3 * * ? *)        | America/New_York | 2026-03-03T08:00:00Z
          cron(0 12 ? * SUN *)     | UTC           | 2026-03-08T12:00:00Z
          cron(0 12 ? * 2 *)       | UTC           | 2026-03-02T12:00:00Z
          at(2026-03-02T11:30:00)  | UTC           | 2026-03-02T11:30:00Z
          """)
  void tellsTheNextTime(String expression, String zone, ZonedDateTime next) {
    var after = ZonedDateTime.parse("2026-03-02T10:00:00Z");

    assertThat(ScheduleExpression.parse(expression, ZoneId.of(zone)).next(after))
        .hasValueSatisfying(time -> assertThat(time.toInstant()).isEqualTo(next.toInstant()));
  }

  @Test
  void hasNoNextTimeAfterTheOnlyOne() {
    var at = ScheduleExpression.parse("at(2026-01-01T00:00:00)", ZoneId.of("UTC"));

    assertThat(at.next(ZonedDateTime.parse("2026-03-02T10:00:00Z"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"every day", "rate(5 fortnights)", "rate(often)", "cron(* *)", "at(noon)"})
  void refusesWhatItDoesNotKnow(String expression) {
    assertThatThrownBy(() -> ScheduleExpression.parse(expression, ZoneId.of("UTC")))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("'" + expression + "' is no schedule expression");
  }
}
