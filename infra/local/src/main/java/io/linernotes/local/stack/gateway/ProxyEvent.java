package io.linernotes.local.stack.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the event that API Gateway's proxy integration sends to the function. */
final class ProxyEvent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ProxyEvent() {}

  /** The event as JSON. */
  static byte[] of(Request request, Router.Match match, String stage, boolean binary) {
    var event = JSON.createObjectNode();
    event
        .put("resource", match.route().path())
        .put("path", request.rawPath())
        .put("httpMethod", request.method());
    putMulti(event, "headers", "multiValueHeaders", request.headers());
    putMulti(event, "queryStringParameters", "multiValueQueryStringParameters", request.query());
    // Path parameters stay encoded as in the URL, unlike the query's.
    putMap(event, "pathParameters", match.parameters());
    event.putNull("stageVariables");
    context(event.putObject("requestContext"), request, match, stage);
    body(event, request.body(), binary);
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void putMulti(
      ObjectNode event, String single, String multi, Map<String, List<String>> values) {
    if (values.isEmpty()) {
      event.putNull(single).putNull(multi);
      return;
    }
    var last = event.putObject(single);
    var all = event.putObject(multi);
    values.forEach(
        (name, each) -> {
          last.put(name, each.getLast());
          each.forEach(all.withArray("/" + pointer(name))::add);
        });
  }

  private static String pointer(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static void putMap(ObjectNode event, String name, Map<String, String> values) {
    if (values.isEmpty()) {
      event.putNull(name);
    } else {
      values.forEach(event.putObject(name)::put);
    }
  }

  private static void context(
      ObjectNode context, Request request, Router.Match match, String stage) {
    var now = Instant.now();
    context
        .put("resourceId", "local")
        .put("resourcePath", match.route().path())
        .put("httpMethod", request.method())
        .put("extendedRequestId", request.id())
        .put("requestId", request.id())
        .put("requestTime", REQUEST_TIME.format(now))
        .put("requestTimeEpoch", now.toEpochMilli())
        // As behind a custom domain, whose paths do not begin with the stage.
        .put("path", request.rawPath())
        .put("accountId", "000000000000")
        .put("apiId", "local")
        .put("protocol", "HTTP/1.1")
        .put("stage", stage)
        .put("domainName", request.header("Host"))
        .put("domainPrefix", "local");
    identity(context.putObject("identity"), request, match);
  }

  private static void identity(ObjectNode identity, Request request, Router.Match match) {
    identity.put("sourceIp", request.sourceIp()).put("userAgent", request.header("User-Agent"));
    var key = request.header("x-api-key");
    if (match.route().apiKeyRequired() && key != null) {
      identity.put("apiKey", key).put("apiKeyId", "local");
    }
    if (match.route().iam()) {
      identity
          .put("accountId", "000000000000")
          .put("caller", "local-admin")
          .put("user", "local-admin")
          .put("userArn", "arn:aws:iam::000000000000:user/local-admin");
    }
  }

  private static void body(ObjectNode event, byte[] body, boolean binary) {
    event
        .put("body", body.length == 0 ? null : text(body, binary))
        .put("isBase64Encoded", binary && body.length > 0);
  }

  private static @Nullable String text(byte[] body, boolean binary) {
    return binary ? Base64.getEncoder().encodeToString(body) : new String(body, UTF_8);
  }
}
