package io.linernotes.template;

import io.linernotes.local.stack.template.EventSource;
import io.linernotes.local.stack.template.FunctionSpec;
import io.linernotes.local.stack.template.QueueSpec;
import io.linernotes.local.stack.template.Resources;
import io.linernotes.local.stack.template.Section;
import io.linernotes.local.stack.template.TemplateException;
import io.linernotes.local.stack.template.Yaml;
import io.linernotes.planning.LeaseTime;
import io.linernotes.provider.Provider;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the templates must keep to; each rule tells what breaks it, and nothing if nothing does. */
final class Rules {

  /** Routes that a browser or anybody opens, who has no key. */
  private static final Pattern OPEN =
      Pattern.compile("/|/openapi\\.json|/llms\\.txt|/console/.*|/v1/auth/spotify.*");

  /** Policies that cannot name resources: X-Ray knows none, EC2 none before they exist. */
  private static final Set<String> ANY_RESOURCE =
      Set.of("TracePolicy", "ApiSettings", "InterfacePolicy");

  /** Read by Powertools and by the JVM, not by our code. */
  private static final Pattern READ_BY_OTHERS = Pattern.compile("POWERTOOLS_.*|JAVA_TOOL_OPTIONS");

  private static final Pattern SECRET = Pattern.compile(".*(SECRET|_KEY|KEYS|TOKEN|PASSWORD)");

  private Rules() {}

  static List<String> everyFunctionHasALogGroupWithRetention(Templates templates) {
    var resources = templates.resources();
    var retained =
        resources.ofType("AWS::Logs::LogGroup").stream()
            .filter(group -> group.has("RetentionInDays"))
            .map(Section::name)
            .toList();
    return functions(resources).stream()
        .filter(
            function ->
                function
                    .section("LoggingConfig")
                    .findText("LogGroup")
                    .filter(retained::contains)
                    .isEmpty())
        .map(Section::name)
        .toList();
  }

  static List<String> everyQueueHasADeadLetterQueue(Templates templates) {
    var queues = templates.topology().queues();
    var deadLetters =
        queues.stream()
            .flatMap(queue -> queue.redrive().stream())
            .map(QueueSpec.Redrive::deadLetterArn)
            .toList();
    return queues.stream()
        .filter(queue -> queue.redrive().isEmpty() && !deadLetters.contains(queue.arn()))
        // Of Scheduler and Lambda, which are no queues.
        .filter(queue -> !queue.logicalId().equals("ScheduleDeadLetters"))
        .map(QueueSpec::logicalId)
        .toList();
  }

  static List<String> everyQueueIsWatched(Templates templates) {
    var watched = watched(templates, "QueueName");
    return templates.topology().queues().stream()
        .map(
            queue ->
                (queue.redrive().isPresent()
                        ? "ApproximateAgeOfOldestMessage "
                        : "ApproximateNumberOfMessagesVisible ")
                    + queue.name())
        .filter(metric -> !watched.contains(metric))
        .toList();
  }

  static List<String> everyFunctionIsWatched(Templates templates) {
    var watched = watched(templates, "FunctionName");
    return templates.topology().functions().stream()
        .flatMap(
            function ->
                List.of("Throttles " + function.name(), "Errors " + function.name()).stream())
        .filter(metric -> !watched.contains(metric))
        .toList();
  }

  static List<String> everyProvidersCooldownIsWatched(Templates templates) {
    var watched = watched(templates, "Provider");
    return List.of(Provider.values()).stream()
        .map(provider -> "CooldownSeconds " + provider.id())
        .filter(metric -> !watched.contains(metric))
        .toList();
  }

  /** The metrics that some alarm is about, with the value of that dimension. */
  static Set<String> watched(Templates templates, String dimension) {
    var watched = new TreeSet<String>();
    for (var resources : templates.allResources()) {
      for (var alarm : resources.ofType("AWS::CloudWatch::Alarm")) {
        if (!alarm.has("AlarmActions") || !alarm.has("TreatMissingData")) {
          continue;
        }
        var metrics = new ArrayList<Section>(List.of(alarm));
        alarm
            .items("Metrics")
            .forEach(each -> metrics.add(each.section("MetricStat").section("Metric")));
        for (var metric : metrics) {
          metric.items("Dimensions").stream()
              .filter(each -> each.text("Name").equals(dimension))
              .forEach(each -> watched.add(metric.text("MetricName") + " " + each.text("Value")));
        }
      }
    }
    return watched;
  }

  static List<String> leasesOutliveAllReceives(Templates templates) {
    return templates.topology().queues().stream()
        .filter(
            queue ->
                queue
                    .redrive()
                    .filter(
                        redrive ->
                            queue
                                    .visibilityTimeout()
                                    .multipliedBy(redrive.maxReceiveCount())
                                    .compareTo(LeaseTime.SHORTEST)
                                >= 0)
                    .isPresent())
        .map(QueueSpec::logicalId)
        .toList();
  }

  static List<String> eventSourcesKeepToReservedConcurrency(Templates templates) {
    return broken(
        templates,
        (function, source, queue) -> {
          var reserved = function.reservedConcurrency().orElse(0);
          var fits =
              source.maximumConcurrency().isPresent()
                  ? source.maximumConcurrency().getAsInt() == reserved
                  : queue.fifo() && reserved == 1;
          return fits
              && String.valueOf(reserved)
                  .equals(function.environment().get("RESERVED_CONCURRENCY"));
        });
  }

  static List<String> receivesAreThoseOfTheQueue(Templates templates) {
    return broken(
        templates,
        (function, source, queue) ->
            queue
                .redrive()
                .map(redrive -> String.valueOf(redrive.maxReceiveCount()))
                .equals(Optional.ofNullable(function.environment().get("MAX_RECEIVE_COUNT"))));
  }

  static List<String> visibilityIsSixTimeouts(Templates templates) {
    return broken(
        templates,
        (function, source, queue) ->
            queue.visibilityTimeout().compareTo(function.timeout().multipliedBy(6)) >= 0);
  }

  static List<String> batchesFailByItem(Templates templates) {
    return broken(templates, (function, source, queue) -> source.reportsBatchItemFailures());
  }

  private interface SourceCheck {
    boolean holds(FunctionSpec function, EventSource source, QueueSpec queue);
  }

  private static List<String> broken(Templates templates, SourceCheck check) {
    var topology = templates.topology();
    return topology.functions().stream()
        .filter(
            function ->
                !function.eventSources().stream()
                    .allMatch(
                        source -> check.holds(function, source, topology.queue(source.queueArn()))))
        .map(FunctionSpec::logicalId)
        .toList();
  }

  static List<String> everyVariableIsReadAndEveryOneReadIsSet(Templates templates) {
    var findings = new ArrayList<String>();
    forEachFunction(
        templates,
        calls -> {
          var environment = calls.function().environment();
          var read = read(calls.function());
          for (var name : environment.keySet()) {
            if (!read.contains(name) && !READ_BY_OTHERS.matcher(name).matches()) {
              findings.add("%s does not read %s".formatted(calls.function().logicalId(), name));
            }
          }
          for (var name : read) {
            if (!environment.containsKey(name) && !dispensable(name, calls, environment)) {
              findings.add("%s lacks %s".formatted(calls.function().logicalId(), name));
            }
          }
        });
    return findings;
  }

  /** The variables that the handler asks for when it is made. */
  private static Set<String> read(FunctionSpec function) {
    var variables = new HashMap<>(function.environment());
    variables.put("AWS_REGION", "eu-central-1");
    var recording = new RecordingEnvironment(variables);
    try {
      Class.forName(FunctionCalls.handler(function))
          .getConstructor(Map.class)
          .newInstance(recording);
    } catch (InvocationTargetException e) {
      // It refuses to start without what it has asked for last, which is then found to be missing.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(function.logicalId(), e);
    }
    return recording.read();
  }

  private static boolean dispensable(String name, Function calls, Map<String, String> environment) {
    // Lambda's own, those by which a stand-in for AWS is named, and switches that stay as they are.
    if (name.startsWith("AWS_") || READ_BY_OTHERS.matcher(name).matches()) {
      return true;
    }
    // A secret itself, where its ARN is given.
    if (environment.containsKey(name + "_ARN")) {
      return true;
    }
    // Only the status tells about dead letters.
    if (name.endsWith("_DLQ_URL")) {
      return !calls.function().logicalId().equals("ApiFunction");
    }
    return provider(name, "_QUEUE_URL")
        .map(provider -> !calls.code().sendsTo().contains(provider) && !own(provider, calls))
        // How long others' backlogs take matters to those alone who plan.
        .or(
            () ->
                provider(name, "_QUOTA")
                    .map(provider -> !calls.code().plans() && !own(provider, calls)))
        .orElse(false);
  }

  private static boolean own(Provider provider, Function calls) {
    return calls.code().isWorker() && calls.code().provider() == provider;
  }

  private static Optional<Provider> provider(String name, String suffix) {
    return List.of(Provider.values()).stream()
        .filter(provider -> name.equals(provider.name() + suffix))
        .findFirst();
  }

  static List<String> policiesAllowWhatTheCodeCallsAndNoMore(Templates templates) {
    var findings = new ArrayList<String>();
    forEachFunction(
        templates,
        each -> {
          var id = each.function().logicalId();
          var allowed = Policies.permissions(role(templates, each.declared()));
          var needed = each.code().permissions();
          allowed.stream()
              .filter(permission -> !needed.contains(permission))
              .forEach(permission -> findings.add(id + " never calls " + permission));
          needed.stream()
              .filter(permission -> !allowed.contains(permission))
              .forEach(permission -> findings.add(id + " may not " + permission));
        });
    return findings;
  }

  static Section role(Templates templates, Section function) {
    var id = Policies.logicalId(function.values().getOrDefault("Role", "no role"));
    return templates.resources().ofType("AWS::IAM::Role").stream()
        .filter(role -> role.name().equals(id))
        .findFirst()
        .orElseThrow(() -> new TemplateException(function.name() + " has no role of its own"));
  }

  static List<String> noPolicyHasAWildcard(Templates templates) {
    var findings = new ArrayList<String>();
    for (var resources : templates.allResources()) {
      for (var type :
          List.of("AWS::IAM::Role", "AWS::IAM::ManagedPolicy", "AWS::SNS::TopicPolicy")) {
        for (var policy : resources.ofType(type)) {
          for (var statement : Policies.statements(policy)) {
            var actions = Policies.many(statement.getOrDefault("Action", List.of()));
            var any = Policies.many(statement.getOrDefault("Resource", List.of())).contains("*");
            if (actions.stream().anyMatch(action -> action.toString().contains("*"))
                || (any && !ANY_RESOURCE.contains(policy.name()))) {
              findings.add(policy.name() + " " + actions);
            }
          }
        }
      }
    }
    return findings;
  }

  static List<String> everyHandlerIsInTheZipOfItsModule(Templates templates) {
    var findings = new ArrayList<String>();
    for (var function : functions(templates.resources())) {
      var code = function.text("CodeUri");
      var directory = code.replaceFirst("/target/.*", "");
      var module = Templates.ROOT.resolve(directory);
      var type = function.text("Handler").split("::", 2)[0].replace('.', '/') + ".java";
      var zip = directory + "/target/" + directory.replaceFirst(".*/", "") + ".zip";
      try {
        if (!code.equals(zip)
            || !Files.readString(module.resolve("pom.xml")).contains("maven-assembly-plugin")
            || !Files.exists(module.resolve("src/main/java").resolve(type))) {
          findings.add(function.name());
        }
      } catch (IOException e) {
        findings.add(function.name() + ": " + e);
      }
    }
    return findings;
  }

  static List<String> theApiAloneHasSnapStart(Templates templates) {
    return functions(templates.resources()).stream()
        .filter(
            function -> {
              var complete =
                  function
                          .section("SnapStart")
                          .findText("ApplyOn")
                          .equals(Optional.of("PublishedVersions"))
                      && function.has("AutoPublishAlias")
                      && function.flag("AutoPublishAliasAllProperties", false);
              var any = function.has("SnapStart") || function.has("AutoPublishAlias");
              return function.name().equals("ApiFunction") ? !complete : any;
            })
        .map(Section::name)
        .toList();
  }

  static List<String> adminRoutesAreForIamAndTheOthersForKeys(Templates templates) {
    return templates.topology().api().routes().stream()
        .filter(
            route -> {
              if (route.path().startsWith("/v1/cache/")) {
                return !route.iam();
              }
              boolean open = OPEN.matcher(route.path()).matches() && route.method().equals("GET");
              return open == route.apiKeyRequired();
            })
        .map(route -> route.method() + " " + route.path())
        .toList();
  }

  static List<String> noSecretIsAVariableOrAParameter(Templates templates) {
    var findings = new ArrayList<String>();
    for (var function : templates.topology().functions()) {
      function.environment().keySet().stream()
          .filter(name -> SECRET.matcher(name).matches())
          .forEach(name -> findings.add(function.logicalId() + " " + name));
    }
    templates
        .main()
        .part("Parameters")
        .forEach(
            (name, parameter) -> {
              if (Yaml.asMap(parameter, name).containsKey("NoEcho")
                  || SECRET.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
                findings.add(name);
              }
            });
    return findings;
  }

  static List<String> storesForgetInTimeAndAreEncrypted(Templates templates) {
    var findings = new ArrayList<String>();
    templates.topology().tables().stream()
        .filter(table -> table.ttlAttribute().isEmpty())
        .forEach(table -> findings.add(table.logicalId()));
    templates.resources().ofType("AWS::SQS::Queue").stream()
        .filter(
            queue ->
                !queue.flag("SqsManagedSseEnabled", false) && !queue.has("KmsMasterKeyId")
                    || !queue.has("RedriveAllowPolicy") && !queue.has("RedrivePolicy"))
        .forEach(queue -> findings.add(queue.name()));
    return findings;
  }

  static List<String> theScheduleCanBeRead(Templates templates) {
    var findings = new ArrayList<String>();
    for (var function : functions(templates.resources())) {
      function
          .events("ScheduleV2")
          .filter(
              event ->
                  !event.has("Input") || !event.has("RoleArn") || !event.has("DeadLetterConfig"))
          .forEach(event -> findings.add(function.name()));
    }
    return findings;
  }

  static List<String> everyParameterIsDescribed(Templates templates) {
    return templates.main().part("Parameters").entrySet().stream()
        .filter(each -> !Yaml.asMap(each.getValue(), each.getKey()).containsKey("Description"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A function: resolved, as declared, and its code. */
  private record Function(FunctionSpec function, Section declared, FunctionCalls code) {}

  private static void forEachFunction(Templates templates, Consumer<Function> consumer) {
    var topology = templates.topology();
    for (var declared : functions(templates.resources())) {
      var function = topology.function(declared.name());
      consumer.accept(
          new Function(function, declared, new FunctionCalls(function, declared, topology)));
    }
  }

  static List<Section> functions(Resources resources) {
    return resources.ofType("AWS::Serverless::Function");
  }
}
