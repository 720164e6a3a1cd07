package io.linernotes.local.stack.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Stage: { Type: String, Default: live }
        Hosts: { Type: CommaDelimitedList, Default: "a,b,c" }
      Mappings:
        Sizes: { live: { small: 256, large: 1024 } }
      Conditions:
        IsLive: !Equals [!Ref Stage, live]
        IsTest: !Not [!Condition IsLive]
        Both: !And [!Condition IsLive, !Condition IsTest]
        Either: !Or [!Condition IsLive, !Condition IsTest]
        Long: { "Fn::Equals": [{ Ref: Stage }, live] }
      Resources:
        Table: { Type: AWS::DynamoDB::Table, Properties: {} }
        Plain: { Type: AWS::SQS::Queue }
        Named: { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub "${AWS::StackName}-q.fifo" } }
        Ordered: { Type: AWS::SQS::Queue, Properties: { FifoQueue: true } }
        Absent: { Type: AWS::SQS::Queue, Condition: IsTest }
        Secret: { Type: AWS::SecretsManager::Secret }
        Function:
          Type: AWS::Serverless::Function
          Properties: { Handler: x::y }
      Outputs:
        Out: { Value: %s }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          !Ref Stage                                          | live
          { Ref: Stage }                                      | live
          !Ref AWS::Region                                    | us-east-1
          !Ref Table                                          | linernotes-Table
          !Ref Plain                                          | http://q:1/000000000000/linernotes-Plain
          !Ref Named                                          | http://q:1/000000000000/linernotes-q.fifo
          !Ref Ordered                                        | http://q:1/000000000000/linernotes-Ordered.fifo
          !Ref Secret                                         | Secret
          !Ref Function.Alias                                 | linernotes-Function
          !GetAtt Plain.Arn                                   | arn:aws:sqs:us-east-1:000000000000:linernotes-Plain
          !GetAtt [Plain, QueueName]                          | linernotes-Plain
          { "Fn::GetAtt": [Table, Arn] }                      | arn:aws:dynamodb:us-east-1:000000000000:table/linernotes-Table
          !GetAtt Function.Arn                                | arn:aws:lambda:us-east-1:000000000000:function:linernotes-Function
          !Sub "${Stage}/${AWS::AccountId}/${Plain.QueueName}/${!Kept}" | live/000000000000/linernotes-Plain/${Kept}
          !Sub ["${A}-${Stage}", { A: !Ref AWS::Partition }]  | aws-live
          !If [IsLive, yes, !Ref Absent]                      | yes
          !If [IsTest, yes, no]                               | no
          !If [Both, yes, no]                                 | no
          !If [Either, yes, no]                               | yes
          !If [Long, yes, no]                                 | yes
          !Join ["-", [a, !Ref Stage, b]]                     | a-live-b
          !Join ["-", [a, !Ref AWS::NoValue, b]]              | a-b
          !Select [1, [a, b]]                                 | b
          !Select [2, !Ref Hosts]                             | c
          !Select [1, !Split ["/", a/b]]                      | b
          !FindInMap [Sizes, !Ref Stage, large]               | 1024
          !Base64 a                                           | YQ==
          0060                                                | 0060
          """)
  void resolves(String yaml, String expected) {
    var template = Template.parse(TEMPLATE.formatted(yaml), "test");
    var endpoints = new Endpoints(URI.create("http://d:1"), URI.create("http://q:1"));

    assertThat(template.resolve(Map.of(), endpoints).outputs()).containsEntry("Out", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          !Ref Nothing              | !Ref Nothing: there is no such parameter or resource
          !Ref Absent               | !Ref Absent: its condition leaves Absent out of this stack
          !GetAtt Nothing.Arn       | !GetAtt Nothing.Arn: there is no such resource
          !GetAtt Plain             | !GetAtt Plain: it takes Resource.Attribute
          !If [Never, a, b]         | There is no condition Never
          !If [IsLive, a]           | Fn::If takes 3 arguments, not 2
          !Select [5, [a]]          | Fn::Select: there is no element 5
          !FindInMap [Sizes, test, small] | Fn::FindInMap: there is no Sizes.test
          !ImportValue x            | Fn::ImportValue is not supported here
          !Sub "${Nothing}"         | !Ref Nothing: there is no such parameter or resource
          """)
  void saysWhatIsWrong(String yaml, String message) {
    var template = Template.parse(TEMPLATE.formatted(yaml), "test");

    assertThatThrownBy(() -> template.resolve(Map.of(), Endpoints.NONE))
        .isInstanceOf(TemplateException.class)
        .hasMessage(message);
  }

  @Test
  void leavesOutWhatIsNoValue() {
    var template = Template.parse(TEMPLATE.formatted("!If [IsTest, x, !Ref AWS::NoValue]"), "test");

    assertThat(template.resolve(Map.of(), Endpoints.NONE).outputs()).doesNotContainKey("Out");
  }

  @Test
  void followsAnOverride() {
    var template = Template.parse(TEMPLATE.formatted("!If [IsTest, !Ref Absent, none]"), "test");

    assertThat(template.resolve(Map.of("Stage", "test"), Endpoints.NONE).outputs().get("Out"))
        .endsWith("linernotes-Absent");
  }
}
