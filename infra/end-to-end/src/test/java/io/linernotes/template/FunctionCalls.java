package io.linernotes.template;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import io.linernotes.local.stack.template.FunctionSpec;
import io.linernotes.local.stack.template.QueueSpec;
import io.linernotes.local.stack.template.Section;
import io.linernotes.local.stack.template.Topology;
import io.linernotes.provider.Provider;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a function asks of AWS: found in its code, and in what the template has Lambda do for it.
 */
final class FunctionCalls {

  private static final String DYNAMODB = "software.amazon.awssdk.services.dynamodb.DynamoDbClient";
  private static final String SQS = "software.amazon.awssdk.services.sqs.SqsClient";
  private static final String POWERTOOLS = "software.amazon.lambda.powertools.parameters.";
  private static final String TASK = "io.linernotes.task.Task";
  private static final String RESULT = "io.linernotes.worker.TaskResult$";
  private static final Set<String> NO_OPERATIONS =
      Set.of("builder", "close", "create", "serviceClientConfiguration", "serviceMetadata");

  /** Following a handler takes a while, and the code does not change. */
  private static final Map<String, Set<JavaCodeUnitAccess<?>>> FOLLOWED = new HashMap<>();

  private final FunctionSpec function;
  private final Section declared;
  private final Topology topology;
  private final Set<JavaCodeUnitAccess<?>> calls;

  FunctionCalls(FunctionSpec function, Section declared, Topology topology) {
    this.function = function;
    this.declared = declared;
    this.topology = topology;
    this.calls = FOLLOWED.computeIfAbsent(handler(function), Reachable::callsFrom);
  }

  static String handler(FunctionSpec function) {
    return function.handler().split("::", 2)[0];
  }

  /** Every permission that it needs, as {@code service:Action LogicalId}. */
  Set<String> permissions() {
    var needed = new TreeSet<String>();
    for (var call : calls) {
      var owner = call.getTargetOwner().getName();
      var name = call.getTarget().getName();
      if (owner.equals(DYNAMODB) && !NO_OPERATIONS.contains(name)) {
        needed.add("dynamodb:%s %s".formatted(capitalized(name), table(call.getOriginOwner())));
      } else if (owner.equals(SQS) && !NO_OPERATIONS.contains(name)) {
        queues(name).forEach(queue -> needed.add("sqs:" + action(name) + " " + queue));
      } else if (owner.startsWith(POWERTOOLS) && name.equals("get")) {
        function.environment().entrySet().stream()
            .filter(variable -> variable.getKey().endsWith("_ARN"))
            .forEach(secret -> needed.add("secretsmanager:GetSecretValue " + secret.getValue()));
      }
    }
    for (var source : function.eventSources()) {
      var queue = topology.queue(source.queueArn()).logicalId();
      needed.add("sqs:ReceiveMessage " + queue);
      needed.add("sqs:DeleteMessage " + queue);
      needed.add("sqs:GetQueueAttributes " + queue);
    }
    if (declared.section("EventInvokeConfig").section("DestinationConfig").has("OnFailure")) {
      needed.add("sqs:SendMessage ScheduleDeadLetters");
    }
    var logs = declared.section("LoggingConfig").findText("LogGroup").orElse("");
    needed.add("logs:CreateLogStream " + logs);
    needed.add("logs:PutLogEvents " + logs);
    return needed;
  }

  private static String table(JavaClass caller) {
    return caller.getPackageName().equals("io.linernotes.session.dynamodb")
        ? "Sessions"
        : "TrackCache";
  }

  private Set<String> queues(String operation) {
    return switch (operation) {
      case "getQueueAttributes" ->
          topology.queues().stream()
              .filter(queue -> function.environment().containsValue(queue.url()))
              .map(QueueSpec::logicalId)
              .collect(Collectors.toSet());
      case "sendMessage", "sendMessageBatch" ->
          sendsTo().stream().map(this::queue).collect(Collectors.toSet());
      default ->
          function.eventSources().stream()
              .map(source -> topology.queue(source.queueArn()).logicalId())
              .collect(Collectors.toSet());
    };
  }

  private String queue(Provider provider) {
    return topology.queues().stream()
        .map(QueueSpec::logicalId)
        .filter(id -> id.equalsIgnoreCase(provider.name() + "Queue"))
        .findFirst()
        .orElse("none of " + provider);
  }

  /** Whether it plans what a track lacks, which may be anything; workers do where they enrich. */
  boolean plans() {
    return !isWorker()
        || own().anyMatch(call -> constructs(call, RESULT + "Enrich"))
        || own().anyMatch(call -> constructs(call, RESULT + "AlsoAsk"));
  }

  /** The providers in whose queues it may put a task. */
  Set<Provider> sendsTo() {
    if (plans()) {
      return EnumSet.allOf(Provider.class);
    }
    var providers = EnumSet.noneOf(Provider.class);
    own()
        .filter(call -> call.getTargetOwner().isAssignableTo(TASK))
        .map(FunctionCalls::made)
        .filter(made -> made.isAssignableTo(TASK) && !made.isInterface())
        .forEach(made -> providers.add(asked(made)));
    function.eventSources().stream()
        .map(source -> topology.queue(source.queueArn()))
        // A task that is postponed, or that failed in a FIFO queue, is sent again.
        .forEach(queue -> providers.add(provider()));
    return providers;
  }

  /** What a call makes: by a constructor, or by a method of one task that returns the next. */
  private static JavaClass made(JavaCodeUnitAccess<?> call) {
    var target = call.getTarget();
    return target.getName().equals("<init>")
        ? target.getOwner()
        : target.resolveMember().orElseThrow().getRawReturnType();
  }

  /** The provider whose worker it is. */
  Provider provider() {
    var name = function.logicalId().replace("Worker", "");
    return Provider.valueOf(name.toUpperCase(Locale.ROOT));
  }

  boolean isWorker() {
    return !function.eventSources().isEmpty();
  }

  /** The calls in the worker's own classes: those that all workers share can do anything. */
  private Stream<JavaCodeUnitAccess<?>> own() {
    var name = handler(function);
    var prefix = name.substring(0, name.lastIndexOf('.') + 1);
    return calls.stream().filter(call -> call.getOriginOwner().getName().startsWith(prefix));
  }

  private static boolean constructs(JavaCodeUnitAccess<?> call, String type) {
    return call.getTargetOwner().getName().equals(type)
        && call.getTarget().getName().equals("<init>");
  }

  /** Read from its method {@code provider()}, which names a constant. */
  private static Provider asked(JavaClass task) {
    return task.getAllMethods().stream()
        .filter(method -> method.getName().equals("provider"))
        .flatMap(method -> method.getFieldAccesses().stream())
        .filter(access -> access.getTargetOwner().isEquivalentTo(Provider.class))
        .map(access -> Provider.valueOf(access.getTarget().getName()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(task.getName() + " names no provider"));
  }

  private static String action(String operation) {
    // IAM knows no batches.
    return capitalized(operation.replaceFirst("Batch$", ""));
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
