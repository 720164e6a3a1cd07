package io.linernotes.local.stack.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the resources of a template into a {@link Topology}. */
final class TopologyReader {
  private final Template template;
  private final Map<String, String> parameters;
  private final Endpoints endpoints;
  private final Resources resources;

  TopologyReader(Template template, Map<String, String> overrides, Endpoints endpoints) {
    this.template = template;
    this.endpoints = endpoints;
    this.parameters = Parameters.values(template.part("Parameters"), overrides);
    this.resources = new Resources(template, parameters, Pseudo.LOCAL, endpoints);
  }

  Topology read() {
    resources.requireCounterparts();
    var functions = resources.ofType("AWS::Serverless::Function");
    return new Topology(
        endpoints,
        parameters,
        Stream.concat(
                resources.ofType("AWS::DynamoDB::Table").stream().map(this::table),
                resources.ofType("AWS::Serverless::SimpleTable").stream().map(this::simpleTable))
            .toList(),
        resources.ofType("AWS::SQS::Queue").stream().map(this::queue).toList(),
        functions.stream().map(this::function).toList(),
        new ApiReader(resources, template).read(functions),
        outputs());
  }

  private TableSpec table(Section table) {
    var ttl = table.section("TimeToLiveSpecification");
    return new TableSpec(
        table.name(),
        resources.name(table.name()),
        pairs(table.items("KeySchema"), "KeyType"),
        pairs(table.items("AttributeDefinitions"), "AttributeType"),
        table.items("GlobalSecondaryIndexes").stream().map(TopologyReader::index).toList(),
        ttl.flag("Enabled", false) ? ttl.findText("AttributeName") : Optional.empty());
  }

  private TableSpec simpleTable(Section table) {
    var key = table.section("PrimaryKey");
    var name = key.findText("Name").orElse("id");
    var type = key.findText("Type").orElse("String").substring(0, 1);
    return new TableSpec(
        table.name(),
        resources.name(table.name()),
        Map.of(name, "HASH"),
        Map.of(name, type),
        List.of(),
        Optional.empty());
  }

  private static TableSpec.Index index(Section index) {
    var projection = index.section("Projection");
    return new TableSpec.Index(
        index.text("IndexName"),
        pairs(index.items("KeySchema"), "KeyType"),
        projection.findText("ProjectionType").orElse("ALL"),
        projection.texts("NonKeyAttributes"));
  }

  private static Map<String, String> pairs(List<Section> items, String value) {
    var pairs = new LinkedHashMap<String, String>();
    items.forEach(item -> pairs.put(item.text("AttributeName"), item.text(value)));
    return pairs;
  }

  private QueueSpec queue(Section queue) {
    var id = queue.name();
    return new QueueSpec(
        id,
        resources.name(id),
        resources.url(id),
        resources.arn(id),
        queue.flag("FifoQueue", false),
        queue.flag("ContentBasedDeduplication", false),
        queue.seconds("VisibilityTimeout", 30),
        queue.seconds("DelaySeconds", 0),
        queue.seconds("ReceiveMessageWaitTimeSeconds", 0),
        queue.seconds("MessageRetentionPeriod", 345_600),
        queue.has("RedrivePolicy")
            ? Optional.of(redrive(queue.section("RedrivePolicy")))
            : Optional.empty());
  }

  private static QueueSpec.Redrive redrive(Section policy) {
    return new QueueSpec.Redrive(
        policy.text("deadLetterTargetArn"), policy.integer("maxReceiveCount", 10));
  }

  private FunctionSpec function(Section function) {
    return new FunctionSpec(
        function.name(),
        resources.name(function.name()),
        function.findText("CodeUri").orElse(""),
        function.text("Handler"),
        function.seconds("Timeout", 3),
        function.integer("MemorySize", 128),
        function.findInt("ReservedConcurrentExecutions"),
        environment(function.section("Environment").section("Variables")),
        function.events("SQS").map(TopologyReader::eventSource).toList(),
        function.events("ScheduleV2", "Schedule").flatMap(TopologyReader::schedule).toList());
  }

  private static Map<String, String> environment(Section variables) {
    var environment = new LinkedHashMap<String, String>();
    variables
        .values()
        .keySet()
        .forEach(name -> variables.findText(name).ifPresent(value -> environment.put(name, value)));
    return environment;
  }

  private static EventSource eventSource(Section source) {
    return new EventSource(
        source.text("Queue"),
        source.integer("BatchSize", 10),
        Duration.ofSeconds(source.integer("MaximumBatchingWindowInSeconds", 0)),
        source.section("ScalingConfig").findInt("MaximumConcurrency"),
        source.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"));
  }

  private static Stream<Schedule> schedule(Section schedule) {
    return schedule
        .findText("ScheduleExpression")
        .or(() -> schedule.findText("Schedule"))
        .map(
            expression ->
                new Schedule(
                    schedule.name(),
                    expression,
                    schedule.findText("ScheduleExpressionTimezone").orElse("UTC"),
                    schedule.findText("Input").orElse("{}")))
        .stream();
  }

  private Map<String, String> outputs() {
    var outputs = new LinkedHashMap<String, String>();
    new Section("Outputs", template.part("Outputs"), resources.intrinsics())
        .values()
        .forEach((name, output) -> output(name, output).ifPresent(it -> outputs.put(name, it)));
    return outputs;
  }

  private Optional<String> output(String name, Object output) {
    var section =
        new Section(
            "Outputs." + name, Yaml.asMap(output, "Output " + name), resources.intrinsics());
    return section.findText("Condition").map(resources.intrinsics()::condition).orElse(true)
        ? section.findText("Value")
        : Optional.empty();
  }
}
