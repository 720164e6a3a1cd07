package io.linernotes.local.stack.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Map;
import java.util.TreeMap;

/** Answers what it was asked; {@code ?do=} makes it fail, sleep or say too much. */
public final class EchoHandler
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final Map<String, String> environment;
  private final Probe probe;

  public EchoHandler(Map<String, String> environment) {
    this.environment = environment;
    this.probe = Probe.of(environment);
    probe.instances.incrementAndGet();
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent event, Context context) {
    var query =
        event.getQueryStringParameters() == null
            ? Map.<String, String>of()
            : event.getQueryStringParameters();
    var answer = new APIGatewayProxyResponseEvent().withStatusCode(200);
    return switch (query.getOrDefault("do", "echo")) {
      case "fail" -> throw new IllegalStateException("asked to");
      case "sleep" -> answer.withBody(sleep());
      case "nonsense" -> new APIGatewayProxyResponseEvent();
      case "too-much" -> answer.withBody("x".repeat(7 * 1024 * 1024));
      default -> answer.withBody(echo(event)).withHeaders(Map.of("x-greeting", greeting()));
    };
  }

  private String greeting() {
    return environment.getOrDefault("GREETING", "");
  }

  private String sleep() {
    try {
      Thread.sleep(60_000);
      return "slept";
    } catch (InterruptedException e) {
      probe.interrupted.incrementAndGet();
      return "woken";
    }
  }

  private static String echo(APIGatewayProxyRequestEvent event) {
    return String.join(
        "\n",
        event.getHttpMethod(),
        event.getResource(),
        event.getPath(),
        String.valueOf(event.getPathParameters()),
        String.valueOf(
            event.getMultiValueQueryStringParameters() == null
                ? null
                : new TreeMap<>(event.getMultiValueQueryStringParameters())),
        String.valueOf(event.getBody()),
        event.getRequestContext().getStage());
  }
}
