package io.linernotes.local.stack.template;

/**
 * A schedule that invokes a function.
 *
 * @param expression {@code rate(...)}, {@code cron(...)} or {@code at(...)}
 * @param timeZone an IANA name
 * @param input the event, as JSON
 */
public record Schedule(String name, String expression, String timeZone, String input) {}
