package io.linernotes.local.stack.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The template's resources under the names, URLs and ARNs that they have here. */
public final class Resources implements Intrinsics.References {
  private static final String QUEUE = "AWS::SQS::Queue";

  /** What a local stack has. */
  private static final Set<String> READ =
      Set.of(
          QUEUE,
          "AWS::DynamoDB::Table",
          "AWS::Serverless::SimpleTable",
          "AWS::Serverless::Function",
          "AWS::Serverless::Api");

  /**
   * Types without a local counterpart: policies, alarms and the network, which a local stack does
   * not have, secrets, which are passed as variables, and nested stacks, which hold such types.
   */
  private static final List<String> SKIPPED =
      List.of(
          "AWS::IAM::",
          "AWS::Logs::",
          "AWS::SecretsManager::",
          "AWS::ApiGateway::",
          "AWS::SQS::QueuePolicy",
          "AWS::CloudFormation::Stack");

  private final Map<String, Object> declared;
  private final Map<String, Object> globals;
  private final Intrinsics intrinsics;
  private final Pseudo pseudo;
  private final Endpoints endpoints;

  Resources(Template template, Map<String, String> parameters, Pseudo pseudo, Endpoints endpoints) {
    this.declared = template.part("Resources");
    this.globals = template.part("Globals");
    this.pseudo = pseudo;
    this.endpoints = endpoints;
    this.intrinsics =
        new Intrinsics(
            pseudo.with(parameters), template.part("Mappings"), template.part("Conditions"), this);
  }

  Intrinsics intrinsics() {
    return intrinsics;
  }

  /** Those resources of a type that the stack has; a condition that is false leaves one out. */
  public List<Section> ofType(String type) {
    return declared.keySet().stream()
        .filter(id -> type(id).equals(type))
        .filter(this::exists)
        .map(this::properties)
        .toList();
  }

  /**
   * That every resource is either here or deliberately not.
   *
   * @throws TemplateException naming one that nobody has decided about
   */
  void requireCounterparts() {
    for (var id : declared.keySet()) {
      var type = type(id);
      if (!READ.contains(type) && SKIPPED.stream().noneMatch(type::startsWith)) {
        throw new TemplateException(
            "%s: a local stack knows nothing of %s, nor that it can do without"
                .formatted(id, type));
      }
    }
  }

  /** The name that a resource goes by, by its logical id when the template gives none. */
  String name(String logicalId) {
    var properties = properties(logicalId);
    return switch (type(logicalId)) {
      case QUEUE ->
          properties
              .findText("QueueName")
              .orElse(generated(logicalId) + (properties.flag("FifoQueue", false) ? ".fifo" : ""));
      case "AWS::DynamoDB::Table" -> properties.findText("TableName").orElse(generated(logicalId));
      case "AWS::Serverless::SimpleTable" ->
          properties.findText("TableName").orElse(generated(logicalId));
      case "AWS::Serverless::Function" ->
          properties.findText("FunctionName").orElse(generated(logicalId));
      default -> logicalId;
    };
  }

  String url(String logicalId) {
    return "%s/%s/%s".formatted(endpoints.sqs(), pseudo.account(), name(logicalId));
  }

  String arn(String logicalId) {
    var name = name(logicalId);
    return switch (type(logicalId)) {
      case QUEUE -> pseudo.arn("sqs", name);
      case "AWS::DynamoDB::Table", "AWS::Serverless::SimpleTable" ->
          pseudo.arn("dynamodb", "table/" + name);
      case "AWS::Serverless::Function" -> pseudo.arn("lambda", "function:" + name);
      default -> pseudo.arn("local", name);
    };
  }

  @Override
  public @Nullable String ref(String reference) {
    var logicalId = base(reference);
    if (!present(logicalId, "!Ref " + reference)) {
      return null;
    }
    return type(logicalId).equals(QUEUE) ? url(logicalId) : name(logicalId);
  }

  @Override
  public @Nullable String attribute(String logicalId, String attribute) {
    if (!present(logicalId, "!GetAtt " + logicalId + "." + attribute)) {
      return null;
    }
    return switch (attribute) {
      case "Arn" -> arn(logicalId);
      case "QueueName" -> name(logicalId);
      case "QueueUrl" -> url(logicalId);
      default -> logicalId + "." + attribute;
    };
  }

  /** {@code Function.Alias} and {@code Function.Version}, which SAM makes, mean the function. */
  private String base(String reference) {
    var dot = reference.indexOf('.');
    return dot < 0 ? reference : reference.substring(0, dot);
  }

  private boolean present(String logicalId, String reference) {
    // SAM makes this API and its stage for functions whose events name no API.
    if (logicalId.startsWith("ServerlessRestApi")) {
      return true;
    }
    if (!declared.containsKey(logicalId)) {
      return false;
    }
    if (!exists(logicalId)) {
      throw new TemplateException(
          reference + ": its condition leaves " + logicalId + " out of this stack");
    }
    return true;
  }

  private boolean exists(String logicalId) {
    var condition = resource(logicalId).get("Condition");
    return condition == null || intrinsics.condition((String) condition);
  }

  private String type(String logicalId) {
    return resource(logicalId).getOrDefault("Type", "").toString();
  }

  private Map<String, Object> resource(String logicalId) {
    return Yaml.asMap(declared.getOrDefault(logicalId, Map.of()), "Resources." + logicalId);
  }

  Section properties(String logicalId) {
    var own =
        Yaml.asMap(
            resource(logicalId).getOrDefault("Properties", Map.of()), logicalId + ".Properties");
    return new Section(logicalId, Globals.merged(globals, type(logicalId), own), intrinsics);
  }

  private String generated(String logicalId) {
    return pseudo.stackName() + "-" + logicalId;
  }
}
