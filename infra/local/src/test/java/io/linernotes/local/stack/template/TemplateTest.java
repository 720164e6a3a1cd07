package io.linernotes.local.stack.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void readsTables() {
    var topology =
        resolve(
            """
            Resources:
              Table:
                Type: AWS::DynamoDB::Table
                Properties:
                  TableName: things
                  AttributeDefinitions:
                    - { AttributeName: key, AttributeType: S }
                    - { AttributeName: at, AttributeType: N }
                  KeySchema: [{ AttributeName: key, KeyType: HASH }]
                  GlobalSecondaryIndexes:
                    - IndexName: by-time
                      KeySchema: [{ AttributeName: at, KeyType: HASH }]
                      Projection: { ProjectionType: KEYS_ONLY }
                  TimeToLiveSpecification: { AttributeName: expires_at, Enabled: true }
            """);

    assertThat(topology.tables())
        .containsExactly(
            new TableSpec(
                "Table",
                "things",
                Map.of("key", "HASH"),
                Map.of("key", "S", "at", "N"),
                List.of(
                    new TableSpec.Index("by-time", Map.of("at", "HASH"), "KEYS_ONLY", List.of())),
                Optional.of("expires_at")));
  }

  @Test
  void readsQueues() {
    var topology =
        resolve(
            """
            Resources:
              Work:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: 360
                  DelaySeconds: 3
                  MessageRetentionPeriod: 600
                  FifoQueue: true
                  ContentBasedDeduplication: true
                  RedrivePolicy: { deadLetterTargetArn: !GetAtt Letters.Arn, maxReceiveCount: 5 }
              Letters: { Type: AWS::SQS::Queue, Properties: { FifoQueue: true } }
            """);

    var arn = "arn:aws:sqs:us-east-1:000000000000:linernotes-";
    assertThat(topology.queue(arn + "Work.fifo"))
        .isEqualTo(
            new QueueSpec(
                "Work",
                "linernotes-Work.fifo",
                "http://127.0.0.1:0/000000000000/linernotes-Work.fifo",
                arn + "Work.fifo",
                true,
                true,
                Duration.ofSeconds(360),
                Duration.ofSeconds(3),
                Duration.ZERO,
                Duration.ofSeconds(600),
                Optional.of(new QueueSpec.Redrive(arn + "Letters.fifo", 5))));
  }

  @Test
  void mergesGlobalsIntoFunctions() {
    var function =
        resolve(
                """
                Globals:
                  Function:
                    Timeout: 7
                    MemorySize: 512
                    Environment: { Variables: { SHARED: global, OWN: global } }
                Resources:
                  Function:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B::handleRequest
                      MemorySize: 1024
                      ReservedConcurrentExecutions: 2
                      Policies: [!ImportValue ignored]
                      Environment: { Variables: { OWN: own, NONE: !Ref AWS::NoValue } }
                """)
            .function("Function");

    assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(function.memoryMegabytes()).isEqualTo(1024);
    assertThat(function.reservedConcurrency()).hasValue(2);
    assertThat(function.environment())
        .containsExactlyInAnyOrderEntriesOf(Map.of("SHARED", "global", "OWN", "own"));
  }

  @Test
  void readsEvents() {
    var topology =
        resolve(
            """
            Conditions: { Never: !Equals [a, b] }
            Resources:
              Queue: { Type: AWS::SQS::Queue }
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: live
                  Auth: { ApiKeyRequired: true, DefaultAuthorizer: AWS_IAM }
                  BinaryMediaTypes: [image~1png]
                  MinimumCompressionSize: 1024
                  Cors: { AllowOrigin: "'*'", AllowMethods: "'GET'" }
              Function:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.B::handleRequest
                  Events:
                    Read: { Type: Api, Properties: { RestApiId: !Ref Api, Method: get, Path: /a } }
                    Open: { Type: Api, Properties: { RestApiId: !Ref Api, Method: any, Path: /b, Auth: { ApiKeyRequired: false, Authorizer: NONE } } }
                    Tasks: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn, BatchSize: 20, MaximumBatchingWindowInSeconds: 2, ScalingConfig: { MaximumConcurrency: 3 } } }
                    Off: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn, Enabled: false } }
                    Gone: !If [Never, { Type: Other }, !Ref AWS::NoValue]
                    Daily: { Type: ScheduleV2, Properties: { ScheduleExpression: "cron(0 3 * * ? *)", ScheduleExpressionTimezone: Europe/Paris, Input: '{"a":1}' } }
                    Often: { Type: Schedule, Properties: { Schedule: rate(5 minutes) } }
                    Paused: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(1 day), State: DISABLED } }
              Skipped: { Type: AWS::Serverless::Function, Condition: Never, Properties: { Handler: x::y } }
            """);

    var function = topology.function("Function");
    assertThat(topology.functions()).containsExactly(function);
    assertThat(function.eventSources())
        .containsExactly(
            new EventSource(
                "arn:aws:sqs:us-east-1:000000000000:linernotes-Queue",
                20,
                Duration.ofSeconds(2),
                OptionalInt.of(3),
                false));
    assertThat(function.schedules())
        .containsExactly(
            new Schedule("Daily", "cron(0 3 * * ? *)", "Europe/Paris", "{\"a\":1}"),
            new Schedule("Often", "rate(5 minutes)", "UTC", "{}"));
    assertThat(topology.api().routes())
        .containsExactly(
            new Route("GET", "/a", "Function", true, true, Map.of()),
            new Route("ANY", "/b", "Function", false, false, Map.of()));
    assertThat(topology.api().binaryMediaTypes()).containsExactly("image/png");
    assertThat(topology.api().minimumCompressionSize()).hasValue(1024);
    assertThat(topology.api().cors()).containsEntry("Access-Control-Allow-Origin", "'*'");
  }

  @Test
  void readsTheModelsOfBodies() {
    var api =
        """
        Resources:
          Api:
            Type: AWS::Serverless::Api
            Properties:
              Models: { Thing: { type: object, required: [id], properties: { id: { maxLength: 7, readOnly: true } } } }
          Function:
            Type: AWS::Serverless::Function
            Properties:
              Handler: a.B::handleRequest
              Events:
                Put: { Type: Api, Properties: { Method: put, Path: /a, RequestModel: { Model: %s, ValidateBody: true } } }
                Try: { Type: Api, Properties: { Method: put, Path: /b, RequestModel: { Model: Thing } } }
        """;

    assertThat(resolve(api.formatted("Thing")).api().routes())
        .extracting(Route::bodyModel)
        .containsExactly(
            Map.of(
                "type",
                "object",
                "required",
                List.of("id"),
                "properties",
                Map.of("id", Map.of("maxLength", 7, "readOnly", true))),
            Map.of());
    assertThatThrownBy(() -> resolve(api.formatted("Other")))
        .hasMessage("Function.Events.Put.RequestModel: the API has no model Other");
  }

  @Test
  void doesWithoutWhatHasNoCounterpartHereButNotUnawares() {
    assertThat(
            resolve(
                    """
                    Resources:
                      Within:
                        Type: AWS::CloudFormation::Stack
                        Properties: { TemplateURL: other.yaml, Parameters: { A: !ImportValue ignored } }
                    """)
                .functions())
        .isEmpty();
    assertThatThrownBy(() -> resolve("Resources: { Bus: { Type: AWS::Events::EventBus } }"))
        .hasMessageStartingWith("Bus: a local stack knows nothing of AWS::Events::EventBus");
  }

  @Test
  void saysWhereItIsWrong() {
    assertThatThrownBy(() -> resolve("a: 1\na: 2\n")).hasMessage("'a' is given twice (line 2)");
    assertThatThrownBy(() -> resolve("a: [\n")).hasMessageStartingWith("test is no YAML");
    assertThatThrownBy(() -> Template.read(Path.of("nowhere.yaml")))
        .hasMessage("There is no template nowhere.yaml");
    assertThatThrownBy(() -> resolve(function("Handler: a::b, Timeout: soon")))
        .hasMessage("Function.Timeout must be a whole number, not 'soon'");
    assertThatThrownBy(() -> resolve(function("Timeout: 3")))
        .hasMessage("Function.Handler is missing");
  }

  @Test
  void readsTheTemplateOfTheProject() {
    var template = Template.read(Path.of("../../template.yaml"));
    var topology = template.resolve(template.placeholders(), Endpoints.NONE);

    assertThat(topology.tables()).extracting(TableSpec::logicalId).contains("TrackCache");
    assertThat(topology.queues()).filteredOn(QueueSpec::fifo).isNotEmpty();
    assertThat(topology.api().routes())
        .extracting(Route::path)
        .contains("/v1/playlists/{playlist_id}/analysis");
    assertThat(topology.function("ApiFunction").environment())
        .containsEntry("CACHE_TABLE", "linernotes-TrackCache");
    for (var function : topology.functions()) {
      for (var source : function.eventSources()) {
        assertThat(topology.queue(source.queueArn()).visibilityTimeout())
            .as("six timeouts of %s", function.logicalId())
            .isGreaterThanOrEqualTo(function.timeout().multipliedBy(6));
      }
    }
  }

  private static String function(String property) {
    return """
    Resources:
      Function: { Type: AWS::Serverless::Function, Properties: { %s } }
    """
        .formatted(property);
  }

  private static Topology resolve(String yaml) {
    return Template.parse(yaml, "test").resolve(Map.of(), Endpoints.NONE);
  }
}
