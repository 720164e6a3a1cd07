package io.linernotes.local.stack.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A Lambda function and what invokes it, other than the API.
 *
 * @param codeUri the zip, relative to the template
 * @param handler as in the template, {@code package.Class::method}
 * @param memoryMegabytes what the template gives it; nothing holds it to that here
 * @param environment the variables of the template, resolved
 */
public record FunctionSpec(
    String logicalId,
    String name,
    String codeUri,
    String handler,
    Duration timeout,
    int memoryMegabytes,
    OptionalInt reservedConcurrency,
    Map<String, String> environment,
    List<EventSource> eventSources,
    List<Schedule> schedules) {

  /** This function with another handler. */
  public FunctionSpec withHandler(String another) {
    return new FunctionSpec(
        logicalId,
        name,
        codeUri,
        another,
        timeout,
        memoryMegabytes,
        reservedConcurrency,
        environment,
        eventSources,
        schedules);
  }
}
