package io.linernotes.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule holds for the project's templates, and fails for a copy that breaks it. */
class RulesTest {

  private static final Templates PROJECT = Templates.ofProject();

  /**
   * A rule, and an edit that breaks it.
   *
   * @param text what the edit replaces
   */
  record Rule(
      String name,
      Function<Templates, List<String>> findings,
      String file,
      String text,
      String replacement) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Rule> rules() {
    var main = Templates.MAIN;
    return Stream.of(
        new Rule(
            "every function has a log group with retention",
            Rules::everyFunctionHasALogGroupWithRetention,
            main,
            "{ LogGroup: !Ref WarmerLogs }",
            "{ SystemLogLevel: INFO }"),
        new Rule(
            "log groups have a retention",
            Rules::everyFunctionHasALogGroupWithRetention,
            main,
            "      RetentionInDays: !Ref LogRetentionDays\n",
            ""),
        new Rule(
            "every queue has a dead-letter queue",
            Rules::everyQueueHasADeadLetterQueue,
            main,
            "      RedrivePolicy: { deadLetterTargetArn: !GetAtt LastfmDeadLetters.Arn, maxReceiveCount: 5 }\n",
            ""),
        new Rule(
            "every dead-letter queue is watched",
            Rules::everyQueueIsWatched,
            main,
            "DeezerDeadLetters: !GetAtt DeezerDeadLetters.QueueName",
            "DeezerDeadLetters: !GetAtt DeezerQueue.QueueName"),
        new Rule(
            "every queue's age is watched",
            Rules::everyQueueIsWatched,
            "infra/provider-alarms.yaml",
            "MetricName: ApproximateAgeOfOldestMessage",
            "MetricName: NumberOfMessagesSent"),
        new Rule(
            "every function is watched",
            Rules::everyFunctionIsWatched,
            "infra/monitoring.yaml",
            "Value: !Ref WarmerFunction",
            "Value: !Ref ApiFunction"),
        new Rule(
            "every provider's cooldown is watched",
            Rules::everyProvidersCooldownIsWatched,
            "infra/monitoring.yaml",
            "Provider: reccobeats",
            "Provider: spotify"),
        new Rule(
            "alarms are told to somebody",
            Rules::everyProvidersCooldownIsWatched,
            "infra/provider-alarms.yaml",
            "      AlarmActions: [!Ref Topic]\n",
            ""),
        new Rule(
            "leases outlive all receives",
            Rules::leasesOutliveAllReceives,
            main,
            "maxReceiveCount: 12",
            "maxReceiveCount: 15"),
        new Rule(
            "event sources keep to reserved concurrency",
            Rules::eventSourcesKeepToReservedConcurrency,
            main,
            "MaximumConcurrency: 2",
            "MaximumConcurrency: 3"),
        new Rule(
            "workers know their reserved concurrency",
            Rules::eventSourcesKeepToReservedConcurrency,
            main,
            "RESERVED_CONCURRENCY: \"1\"",
            "RESERVED_CONCURRENCY: \"2\""),
        new Rule(
            "workers know how often a message is received",
            Rules::receivesAreThoseOfTheQueue,
            main,
            "MAX_RECEIVE_COUNT: \"12\"",
            "MAX_RECEIVE_COUNT: \"5\""),
        new Rule(
            "visibility is six timeouts",
            Rules::visibilityIsSixTimeouts,
            main,
            "VisibilityTimeout: 180",
            "VisibilityTimeout: 179"),
        new Rule(
            "batches fail by item",
            Rules::batchesFailByItem,
            main,
            "            FunctionResponseTypes: [ReportBatchItemFailures]\n",
            ""),
        new Rule(
            "every variable set is read",
            Rules::everyVariableIsReadAndEveryOneReadIsSet,
            main,
            "          DEEZER_API_URL: !Ref DeezerApiUrl\n",
            "          DEEZER_API_URL: !Ref DeezerApiUrl\n          LASTFM_API_URL: !Ref LastfmApiUrl\n"),
        new Rule(
            "every variable read is set",
            Rules::everyVariableIsReadAndEveryOneReadIsSet,
            main,
            "          DEMAND_SAMPLING: !Ref DemandSampling\n",
            ""),
        new Rule(
            "who sends to a queue knows it",
            Rules::everyVariableIsReadAndEveryOneReadIsSet,
            main,
            "          DEEZER_QUEUE_URL: !Ref DeezerQueue\n",
            ""),
        new Rule(
            "policies allow no more than the code calls",
            Rules::policiesAllowWhatTheCodeCallsAndNoMore,
            main,
            "Action: [sqs:ReceiveMessage,",
            "Action: [sqs:PurgeQueue, sqs:ReceiveMessage,"),
        new Rule(
            "policies allow what the code calls",
            Rules::policiesAllowWhatTheCodeCallsAndNoMore,
            main,
            "dynamodb:UpdateItem",
            "dynamodb:Query"),
        new Rule(
            "policies allow no other resources",
            Rules::policiesAllowWhatTheCodeCallsAndNoMore,
            main,
            "Action: [sqs:SendMessage], Resource: !GetAtt LastfmQueue.Arn",
            "Action: [sqs:SendMessage], Resource: [!GetAtt LastfmQueue.Arn, !GetAtt DeezerQueue.Arn]"),
        new Rule(
            "no policy has a wildcard",
            Rules::noPolicyHasAWildcard,
            main,
            "Action: lambda:InvokeFunction, Resource: !GetAtt WarmerFunction.Arn",
            "Action: lambda:InvokeFunction, Resource: \"*\""),
        new Rule(
            "no policy allows all actions",
            Rules::noPolicyHasAWildcard,
            main,
            "Action: [kms:Decrypt, kms:DescribeKey, kms:GenerateDataKey]",
            "Action: kms:*"),
        new Rule(
            "every handler is in the zip of its module",
            Rules::everyHandlerIsInTheZipOfItsModule,
            main,
            "Handler: io.linernotes.enrichment.deezer.DeezerHandler",
            "Handler: io.linernotes.enrichment.deezer.DeezerLambda"),
        new Rule(
            "every zip is built",
            Rules::everyHandlerIsInTheZipOfItsModule,
            main,
            "functions/warmer/target/warmer.zip",
            "functions/warmer/target/warmer-1.zip"),
        new Rule(
            "the API has SnapStart",
            Rules::theApiAloneHasSnapStart,
            main,
            "      AutoPublishAliasAllProperties: true\n",
            ""),
        new Rule(
            "workers have no SnapStart",
            Rules::theApiAloneHasSnapStart,
            main,
            "      Timeout: 60\n",
            "      Timeout: 60\n      SnapStart: { ApplyOn: PublishedVersions }\n"),
        new Rule(
            "admin routes are for IAM",
            Rules::adminRoutesAreForIamAndTheOthersForKeys,
            main,
            "Authorizer: AWS_IAM, ",
            ""),
        new Rule(
            "other routes are for keys",
            Rules::adminRoutesAreForIamAndTheOthersForKeys,
            main,
            "Auth: { ApiKeyRequired: true,",
            "Auth: { ApiKeyRequired: false,"),
        new Rule(
            "no secret is a variable",
            Rules::noSecretIsAVariableOrAParameter,
            main,
            "LASTFM_API_KEY: !If [InSamLocal, \"\", !Ref AWS::NoValue]",
            "LASTFM_API_KEY: plain"),
        new Rule(
            "no secret is a parameter",
            Rules::noSecretIsAVariableOrAParameter,
            main,
            "  SpotifyClientId: {",
            "  SpotifyClientId: { NoEcho: true,"),
        new Rule(
            "queues are encrypted",
            Rules::storesForgetInTimeAndAreEncrypted,
            main,
            "      KmsMasterKeyId: !If [HasKey, !Ref KmsKeyArn, !Ref AWS::NoValue]\n",
            ""),
        new Rule(
            "tables forget in time",
            Rules::storesForgetInTimeAndAreEncrypted,
            main,
            "TimeToLiveSpecification: { AttributeName: expires_at, Enabled: true }",
            "TimeToLiveSpecification: { AttributeName: expires_at, Enabled: false }"),
        new Rule(
            "the schedule can be read",
            Rules::theScheduleCanBeRead,
            main,
            "            Input: '{\"most_asked\":100}'\n",
            ""),
        new Rule(
            "every parameter is described",
            Rules::everyParameterIsDescribed,
            main,
            ", Description: Whether there are alarms and a dashboard",
            ""),
        new Rule(
            "a changed parameter publishes a version",
            DeploymentRules::everyParameterOfTheApiPublishesAVersion,
            main,
            " ${Contact}",
            ""),
        new Rule(
            "a version is described by the parameters",
            DeploymentRules::everyParameterOfTheApiPublishesAVersion,
            main,
            "      VersionDescription: !Sub \"${SpotifyRedirectUri} ${ApiSettings}\"\n",
            ""),
        new Rule(
            "schedules of two stacks have two names",
            DeploymentRules::twoStacksStandSideBySide,
            main,
            "            OmitName: true\n",
            ""),
        new Rule(
            "dev and prod share the quotas",
            DeploymentRules::environmentsShareTheQuotas,
            Templates.SAM,
            "QuotaScale=0.2",
            "QuotaScale=0.3"),
        new Rule(
            "a first deployment can roll back",
            DeploymentRules::firstDeploymentsCanRollBack,
            Templates.SAM,
            "DeletionProtection=false",
            "DeletionProtection=true"),
        new Rule(
            "the API has one stage",
            DeploymentRules::theApiHasOneStage,
            main,
            "      OpenApiVersion: 3.0.1\n",
            ""),
        new Rule(
            "the architecture is a parameter",
            DeploymentRules::theArchitectureIsAParameter,
            main,
            "Architectures: [!Ref Architecture]",
            "Architectures: [arm64]"),
        new Rule(
            "what a start needs has no empty default",
            DeploymentRules::whatAStartNeedsHasNoEmptyDefault,
            main,
            "AllowedPattern: \"[!-~]{3,100}\"",
            "Default: \"\""),
        new Rule(
            "the API's concurrency is bounded",
            DeploymentRules::theApisConcurrencyIsBounded,
            main,
            "      ReservedConcurrentExecutions: !Ref ApiConcurrency\n",
            ""),
        new Rule(
            "a busy API answers 429",
            DeploymentRules::theApisConcurrencyIsBounded,
            main,
            "        API_CONFIGURATION_ERROR:",
            "        INTEGRATION_FAILURE:"),
        new Rule(
            "the account's limit is told",
            DeploymentRules::theApisConcurrencyIsBounded,
            main,
            "at least 149",
            "at least 109"),
        new Rule(
            "interface permissions stay attached",
            DeploymentRules::interfacePermissionsStay,
            main,
            "- !Ref InterfacePolicy",
            "- !If [HasFixedEgressIp, !Ref InterfacePolicy, !Ref AWS::NoValue]"),
        new Rule(
            "every provider's throttling is watched",
            DeploymentRules::everyProvidersThrottlingIsWatched,
            "infra/provider-alarms.yaml",
            "Namespace: !Ref Namespace\n      MetricName: Throttles",
            "Namespace: !Ref Namespace\n      MetricName: Calls"),
        new Rule(
            "queues accept TLS only",
            DeploymentRules::messagesTravelByTls,
            main,
            "        - !Ref LastfmDeadLetters\n",
            ""),
        new Rule(
            "the topic accepts TLS only",
            DeploymentRules::messagesTravelByTls,
            "infra/monitoring.yaml",
            "aws:SecureTransport",
            "aws:ViaAWSService"),
        new Rule(
            "the key encrypts queues and logs",
            DeploymentRules::everythingStoredTakesTheKey,
            main,
            "      KmsKeyId: !If [HasKey, !Ref KmsKeyArn, !Ref AWS::NoValue]\n",
            ""),
        new Rule(
            "the key encrypts the topic",
            DeploymentRules::everythingStoredTakesTheKey,
            "infra/monitoring.yaml",
            "      KmsMasterKeyId: !If [HasKey, !Ref KmsKeyArn, !Ref AWS::NoValue]\n",
            ""),
        new Rule(
            "a failed task in a FIFO queue may go behind the others",
            Rules::policiesAllowWhatTheCodeCallsAndNoMore,
            main,
            "Resource: [!GetAtt MusicBrainzQueue.Arn, !GetAtt DeezerQueue.Arn]",
            "Resource: !GetAtt DeezerQueue.Arn"),
        new Rule(
            "backups forget private records",
            DeploymentRules::backupsForgetPrivateRecords,
            main,
            "RecoveryPeriodInDays: 2",
            "RecoveryPeriodInDays: 35"),
        new Rule(
            "private records are out of reach",
            DeploymentRules::privateRecordsAreOutOfReach,
            main,
            ", Condition: { \"ForAllValues:StringNotLike\": { dynamodb:LeadingKeys: [\"user:*\"] } }",
            ""),
        new Rule(
            "the access log names the caller",
            DeploymentRules::callersAreKnown,
            main,
            "$context.identity.sourceIp",
            "$context.identity.user"),
        new Rule(
            "administrators may be bound to addresses",
            DeploymentRules::callersAreKnown,
            main,
            "            Condition: { IpAddress: { aws:SourceIp: !Ref AdminCidrs } }\n",
            ""));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(Rule rule) {
    assertThat(rule.findings().apply(PROJECT)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void canFail(Rule rule) {
    var broken = PROJECT.with(rule.file(), rule.text(), rule.replacement());

    assertThat(rule.findings().apply(broken)).isNotEmpty();
  }
}
