package io.linernotes.local.stack.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the REST API: its routes from the functions' events, the rest from the API resource. */
final class ApiReader {
  private final Section api;

  ApiReader(Resources resources, Template template) {
    this.api =
        resources.ofType("AWS::Serverless::Api").stream()
            .findFirst()
            .orElseGet(() -> implicit(resources, template));
  }

  /** The API that SAM makes when no event names one. */
  private static Section implicit(Resources resources, Template template) {
    var settings =
        Globals.merged(
            template.part("Globals"), "AWS::Serverless::Api", Map.of("StageName", "Prod"));
    return new Section("ServerlessRestApi", settings, resources.intrinsics());
  }

  ApiSpec read(List<Section> functions) {
    return new ApiSpec(
        api.findText("StageName").orElse("Prod"),
        functions.stream().flatMap(this::routes).toList(),
        api.sections("GatewayResponses").stream().map(ApiReader::gatewayResponse).toList(),
        api.texts("BinaryMediaTypes").stream().map(type -> type.replace("~1", "/")).toList(),
        api.findInt("MinimumCompressionSize"),
        cors());
  }

  private Stream<Route> routes(Section function) {
    return function.events("Api").map(event -> route(function.name(), event));
  }

  private Route route(String functionId, Section event) {
    var shared = api.section("Auth");
    var own = event.section("Auth");
    var authorizer =
        own.findText("Authorizer").or(() -> shared.findText("DefaultAuthorizer")).orElse("NONE");
    return new Route(
        event.text("Method").toUpperCase(Locale.ROOT),
        event.text("Path"),
        functionId,
        own.flag("ApiKeyRequired", shared.flag("ApiKeyRequired", false)),
        authorizer.equals("AWS_IAM"),
        bodyModel(event.section("RequestModel")));
  }

  private Map<String, Object> bodyModel(Section request) {
    if (!request.flag("ValidateBody", false)) {
      return Map.of();
    }
    var name = request.text("Model");
    var model =
        api.section("Models")
            .find(name)
            .orElseThrow(
                () -> new TemplateException(request.where() + ": the API has no model " + name));
    return Yaml.asMap(Yaml.typed(model), name);
  }

  private static GatewayResponse gatewayResponse(Section response) {
    return new GatewayResponse(
        response.name(),
        response.findInt("StatusCode"),
        texts(response.section("ResponseParameters").section("Headers")),
        texts(response.section("ResponseTemplates")));
  }

  private Map<String, String> cors() {
    if (!api.has("Cors")) {
      return Map.of();
    }
    if (api.find("Cors").orElseThrow() instanceof String origin) {
      return Map.of("Access-Control-Allow-Origin", origin);
    }
    var cors = api.section("Cors");
    var headers = new LinkedHashMap<String, String>();
    Map.of(
            "AllowOrigin", "Access-Control-Allow-Origin",
            "AllowHeaders", "Access-Control-Allow-Headers",
            "AllowMethods", "Access-Control-Allow-Methods",
            "MaxAge", "Access-Control-Max-Age")
        .forEach((name, header) -> cors.findText(name).ifPresent(it -> headers.put(header, it)));
    return headers;
  }

  private static Map<String, String> texts(Section section) {
    var texts = new LinkedHashMap<String, String>();
    section
        .values()
        .keySet()
        .forEach(name -> section.findText(name).ifPresent(it -> texts.put(name, it)));
    return texts;
  }
}
