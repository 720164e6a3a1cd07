package io.linernotes.local.stack.template;

import java.util.List;
import java.util.Map;

/** What a template declares, with every reference resolved for one stack. */
public record Topology(
    Endpoints endpoints,
    Map<String, String> parameters,
    List<TableSpec> tables,
    List<QueueSpec> queues,
    List<FunctionSpec> functions,
    ApiSpec api,
    Map<String, String> outputs) {

  /** The function with that logical id. */
  public FunctionSpec function(String logicalId) {
    return functions.stream()
        .filter(function -> function.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow(
            () ->
                new TemplateException(
                    "There is no function %s: the template has %s"
                        .formatted(
                            logicalId, functions.stream().map(FunctionSpec::logicalId).toList())));
  }

  /** The queue with that ARN. */
  public QueueSpec queue(String arn) {
    return queues.stream()
        .filter(queue -> queue.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> new TemplateException("There is no queue " + arn));
  }
}
