package io.linernotes.template;

import io.linernotes.local.stack.template.FunctionSpec;
import io.linernotes.local.stack.template.Resources;
import io.linernotes.local.stack.template.Section;
import io.linernotes.local.stack.template.Yaml;
import io.linernotes.provider.Provider;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What keeps a deployment from failing or surprising; each rule returns what breaks it. All of them
 * stand for a fault that neither a linter nor the local stack notices.
 */
final class DeploymentRules {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern ENVIRONMENT =
      Pattern.compile("(?m)^\\[([a-z-]+)\\.deploy\\.parameters]$");
  private static final int LONGEST_POLICY_DESCRIPTION = 1_000;
  private static final int LONGEST_NUMBER = 6;

  /** Lambda never reserves the last hundred instances of an account. */
  private static final int UNRESERVED = 100;

  private static final List<String> WITHOUT_PRIVATE_RECORDS =
      List.of(
          "DeezerWorker",
          "MusicBrainzWorker",
          "LastfmWorker",
          "ReccoBeatsWorker",
          "WarmerFunction");

  private DeploymentRules() {}

  /** A new value of a parameter must publish a version, or the alias keeps serving the old one. */
  static List<String> everyParameterOfTheApiPublishesAVersion(Templates templates) {
    var parameters = templates.main().part("Parameters");
    var api = declared(templates, "ApiFunction");
    var used = new TreeSet<String>();
    collectReferences(api.values(), parameters.keySet(), used);
    collectReferences(templates.main().part("Globals"), parameters.keySet(), used);
    var described = new TreeSet<String>();
    var settings = declared(templates, "ApiSettings").values().getOrDefault("Description", "");
    collectReferences(settings, parameters.keySet(), described);
    var findings = new ArrayList<String>();
    if (!api.values()
        .getOrDefault("VersionDescription", "")
        .toString()
        .contains("${ApiSettings}")) {
      findings.add("the version's description does not name ApiSettings");
    }
    used.stream()
        .filter(name -> !described.contains(name))
        .forEach(name -> findings.add(name + " publishes no version"));
    described.stream()
        .filter(name -> !used.contains(name))
        .forEach(name -> findings.add(name + " is not used: no version could be published"));
    if (longest(settings.toString(), parameters) > LONGEST_POLICY_DESCRIPTION) {
      findings.add("the description may become longer than IAM allows");
    }
    return findings;
  }

  private static int longest(String description, Map<String, Object> parameters) {
    var length = VARIABLE.matcher(description).replaceAll("").length();
    var variables = VARIABLE.matcher(description);
    while (variables.find()) {
      var parameter =
          Yaml.asMap(parameters.getOrDefault(variables.group(1), Map.of()), "Parameter");
      var pattern = parameter.getOrDefault("AllowedPattern", "").toString();
      var most =
          parameter.getOrDefault(
              "MaxLength",
              pattern.isEmpty() ? LONGEST_NUMBER : pattern.replaceAll(".*,(\\d+)}$", "$1"));
      length += Integer.parseInt(most.toString());
    }
    return length;
  }

  private static void collectReferences(Object value, Set<String> names, Set<String> found) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach(
              (key, inner) -> {
                if (key.equals("Ref") && names.contains(inner.toString())) {
                  found.add(inner.toString());
                }
                collectReferences(inner, names, found);
              });
      case List<?> list -> list.forEach(inner -> collectReferences(inner, names, found));
      default ->
          VARIABLE
              .matcher(value.toString())
              .results()
              .map(result -> result.group(1))
              .filter(names::contains)
              .forEach(found::add);
    }
  }

  /** Two stacks in one account and region: SAM names a schedule by its logical id unless told. */
  static List<String> twoStacksStandSideBySide(Templates templates) {
    return Rules.functions(templates.resources()).stream()
        .filter(
            function ->
                function.events("ScheduleV2").anyMatch(event -> !event.flag("OmitName", false)))
        .map(Section::name)
        .toList();
  }

  /** The stacks of samconfig.toml have the same keys and usually the same address. */
  static List<String> environmentsShareTheQuotas(Templates templates) {
    var shares = new LinkedHashMap<String, Double>();
    environments(templates)
        .forEach(
            (name, text) ->
                shares.put(
                    value(text, "stack_name = \"([^\"]+)\""),
                    Double.parseDouble(value(text, "\"QuotaScale=([0-9.]+)\""))));
    var sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    return sum > 1 ? List.of("together they take " + sum + " of each quota") : List.of();
  }

  /** Protected tables cannot be deleted, so a first deployment that fails could not roll back. */
  static List<String> firstDeploymentsCanRollBack(Templates templates) {
    var unprotected = new TreeSet<String>();
    var stacks = new TreeSet<String>();
    environments(templates)
        .forEach(
            (name, text) -> {
              var stack = value(text, "stack_name = \"([^\"]+)\"");
              stacks.add(stack);
              if (value(text, "\"DeletionProtection=(\\w+)\"").equals("false")) {
                unprotected.add(stack);
              }
            });
    return stacks.stream().filter(stack -> !unprotected.contains(stack)).toList();
  }

  private static Map<String, String> environments(Templates templates) {
    var text = templates.texts().getOrDefault(Templates.SAM, "");
    var names = ENVIRONMENT.matcher(text).results().map(result -> result.group(1)).toList();
    var parts = ENVIRONMENT.split(text);
    var environments = new LinkedHashMap<String, String>();
    for (int i = 0; i < names.size(); i++) {
      environments.put(names.get(i), parts[i + 1]);
    }
    return environments;
  }

  private static String value(String text, String pattern) {
    var matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? matcher.group(1) : "NaN";
  }

  /** Without a version of OpenAPI, SAM adds a stage without throttling, logs and traces. */
  static List<String> theApiHasOneStage(Templates templates) {
    return templates.resources().ofType("AWS::Serverless::Api").stream()
        .filter(api -> !api.has("OpenApiVersion"))
        .map(Section::name)
        .toList();
  }

  /** Containers on machines of another architecture are emulated, too slowly for the timeouts. */
  static List<String> theArchitectureIsAParameter(Templates templates) {
    var function =
        Yaml.asMap(
            templates.main().part("Globals").getOrDefault("Function", Map.of()),
            "Globals.Function");
    return function.getOrDefault("Architectures", "").equals(List.of(Map.of("Ref", "Architecture")))
        ? List.of()
        : List.of("Globals");
  }

  /** What a function cannot start without must be given, or deploying makes one that fails. */
  static List<String> whatAStartNeedsHasNoEmptyDefault(Templates templates) {
    var findings = new ArrayList<String>();
    var topology = templates.topology();
    for (var declared : Rules.functions(templates.resources())) {
      var function = topology.function(declared.name());
      var variables = declared.section("Environment").section("Variables").values();
      variables.forEach(
          (name, value) -> {
            if (mayBeEmpty(templates, value) && !starts(function, name)) {
              findings.add(function.logicalId() + " does not start without " + name);
            }
          });
    }
    return findings;
  }

  private static boolean mayBeEmpty(Templates templates, Object value) {
    var parameter = templates.main().part("Parameters").get(Policies.logicalId(value));
    return parameter != null
        && Yaml.asMap(parameter, "Parameter").getOrDefault("Default", "given").equals("");
  }

  private static boolean starts(FunctionSpec function, String without) {
    var variables = new HashMap<>(function.environment());
    variables.put("AWS_REGION", "eu-central-1");
    variables.put(without, "");
    try {
      Class.forName(FunctionCalls.handler(function))
          .getConstructor(Map.class)
          .newInstance(variables);
      return true;
    } catch (InvocationTargetException e) {
      return false;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(function.logicalId(), e);
    }
  }

  /** Requests that wait must not take the account's instances from the workers and the warmer. */
  static List<String> theApisConcurrencyIsBounded(Templates templates) {
    var findings = new ArrayList<String>();
    var api = declared(templates, "ApiFunction").values();
    if (!Policies.logicalId(api.getOrDefault("ReservedConcurrentExecutions", ""))
        .equals("ApiConcurrency")) {
      findings.add("ApiFunction is not bounded by ApiConcurrency");
    }
    var busy =
        declared(templates, "Api").section("GatewayResponses").section("API_CONFIGURATION_ERROR");
    if (!busy.findText("StatusCode").orElse("").equals("429")) {
      findings.add("a request beyond it does not get 429");
    }
    var needed =
        UNRESERVED
            + templates.topology().functions().stream()
                .mapToInt(function -> function.reservedConcurrency().orElse(0))
                .sum();
    if (!templates
        .texts()
        .getOrDefault(Templates.MAIN, "")
        .contains("must be at least " + needed)) {
      findings.add("the template does not say that an account needs " + needed);
    }
    return findings;
  }

  /** Lambda removes interfaces with the function's role, after the network is switched off. */
  static List<String> interfacePermissionsStay(Templates templates) {
    return Rules.functions(templates.resources()).stream()
        .filter(function -> function.has("VpcConfig"))
        .filter(
            function ->
                !Policies.many(
                        Rules.role(templates, function)
                            .values()
                            .getOrDefault("ManagedPolicyArns", List.of()))
                    .contains(Map.of("Ref", "InterfacePolicy")))
        .map(Section::name)
        .toList();
  }

  /** A throttled task is sent anew, so no message grows old however long a provider throttles. */
  static List<String> everyProvidersThrottlingIsWatched(Templates templates) {
    var watched = Rules.watched(templates, "Provider");
    return Stream.of(Provider.values())
        .map(provider -> "Throttles " + provider.id())
        .filter(metric -> !watched.contains(metric))
        .toList();
  }

  /** Every queue, and the topic, refuses requests without TLS. */
  static List<String> messagesTravelByTls(Templates templates) {
    var resources = templates.resources();
    var covered = new TreeSet<String>();
    for (var policy : resources.ofType("AWS::SQS::QueuePolicy")) {
      if (deniesPlainHttp(policy)) {
        Policies.many(policy.values().getOrDefault("Queues", List.of()))
            .forEach(queue -> covered.add(Policies.logicalId(queue)));
      }
    }
    var findings =
        new ArrayList<>(
            resources.ofType("AWS::SQS::Queue").stream()
                .map(Section::name)
                .filter(queue -> !covered.contains(queue))
                .toList());
    ofType(templates, "AWS::SNS::TopicPolicy")
        .filter(policy -> !deniesPlainHttp(policy))
        .forEach(policy -> findings.add(policy.name()));
    return findings;
  }

  private static boolean deniesPlainHttp(Section policy) {
    return Policies.statements(policy).stream()
        .anyMatch(
            statement ->
                "Deny".equals(statement.get("Effect"))
                    && String.valueOf(statement.get("Condition")).contains("SecureTransport"));
  }

  /** With a key of the user's own, everything that is stored is encrypted with it. */
  static List<String> everythingStoredTakesTheKey(Templates templates) {
    return Stream.of(
            "AWS::DynamoDB::Table",
            "AWS::SecretsManager::Secret",
            "AWS::SQS::Queue",
            "AWS::Logs::LogGroup",
            "AWS::SNS::Topic")
        .flatMap(type -> ofType(templates, type))
        .filter(resource -> !resource.values().toString().contains("KmsKeyArn"))
        .map(Section::name)
        .toList();
  }

  /** Users' private playlists expire after two days, and backups keep them no longer than that. */
  static List<String> backupsForgetPrivateRecords(Templates templates) {
    return templates.resources().ofType("AWS::DynamoDB::Table").stream()
        .map(table -> table.section("PointInTimeRecoverySpecification"))
        .filter(recovery -> recovery.flag("PointInTimeRecoveryEnabled", false))
        .filter(recovery -> recovery.integer("RecoveryPeriodInDays", 35) > 2)
        .map(Section::where)
        .toList();
  }

  /** Only the API and the Spotify worker read and write what belongs to one user. */
  static List<String> privateRecordsAreOutOfReach(Templates templates) {
    return Rules.functions(templates.resources()).stream()
        .filter(function -> WITHOUT_PRIVATE_RECORDS.contains(function.name()))
        .filter(
            function ->
                Policies.statements(Rules.role(templates, function)).stream()
                    .filter(statement -> statement.toString().contains("dynamodb:"))
                    .anyMatch(
                        statement ->
                            !String.valueOf(statement.get("Condition")).contains("user:*")))
        .map(Section::name)
        .toList();
  }

  /** Who abuses a key or an admin route can be found out, and where administrators come from. */
  static List<String> callersAreKnown(Templates templates) {
    var findings = new ArrayList<String>();
    var format = declared(templates, "Api").section("AccessLogSetting").text("Format");
    for (var field : List.of("$context.identity.sourceIp", "$context.identity.userArn")) {
      if (!format.contains(field)) {
        findings.add("the access log lacks " + field);
      }
    }
    if (!declared(templates, "AdminPolicy").values().toString().contains("AdminCidrs")) {
      findings.add("AdminPolicy has no condition");
    }
    return findings;
  }

  private static Stream<Section> ofType(Templates templates, String type) {
    return templates.allResources().stream().flatMap(resources -> resources.ofType(type).stream());
  }

  private static Section declared(Templates templates, String logicalId) {
    Resources resources = templates.resources();
    return Stream.of("AWS::Serverless::Function", "AWS::Serverless::Api", "AWS::IAM::ManagedPolicy")
        .flatMap(type -> resources.ofType(type).stream())
        .filter(resource -> resource.name().equals(logicalId))
        .findFirst()
        .orElseThrow();
  }
}
