package io.linernotes.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.linernotes.local.stack.dynamodb.TableServer;
import io.linernotes.local.stack.dynamodb.Tables;
import io.linernotes.local.stack.gateway.ApiKeys;
import io.linernotes.local.stack.gateway.HttpFront;
import io.linernotes.local.stack.lambda.FunctionRuntime;
import io.linernotes.local.stack.lambda.Invocation;
import io.linernotes.local.stack.schedule.Scheduler;
import io.linernotes.local.stack.sqs.EventSourcePoller;
import io.linernotes.local.stack.sqs.QueueDepth;
import io.linernotes.local.stack.sqs.QueueServer;
import io.linernotes.local.stack.sqs.Queues;
import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.local.stack.template.QueueSpec;
import io.linernotes.local.stack.template.Template;
import io.linernotes.local.stack.template.Topology;
import java.net.BindException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The whole service on one machine, as its template declares it: DynamoDB Local, ElasticMQ, the
 * functions in this process, the pollers and schedulers that invoke them, and the API in front.
 *
 * {@snippet :
 * try (var stack = LocalStack.start(LocalStackOptions.of(Path.of("template.yaml")))) {
 *   System.out.println(stack.url());
 * }
 * }
 */
public final class LocalStack implements AutoCloseable {
  private final Topology topology;
  private final Queues queues;
  private final Map<String, FunctionRuntime> functions;
  private final HttpFront front;
  private final Closing closing;

  private LocalStack(
      Topology topology,
      Queues queues,
      Map<String, FunctionRuntime> functions,
      HttpFront front,
      Closing closing) {
    this.topology = topology;
    this.queues = queues;
    this.functions = functions;
    this.front = front;
    this.closing = closing;
  }

  /**
   * Starts everything and returns when the API answers requests.
   *
   * @throws io.linernotes.local.stack.template.TemplateException when the template or a parameter
   *     is wrong
   * @throws LocalStackException when a server cannot start, such as on a port that is taken
   */
  public static LocalStack start(LocalStackOptions options) {
    var template = Template.read(options.template());
    // Fails on a wrong parameter before anything starts.
    var unused = template.resolve(options.parameters(), Endpoints.NONE);
    var closing = new Closing();
    try {
      return start(options, template, closing);
    } catch (BindException e) {
      closing.close();
      throw new LocalStackException("Port " + options.port() + " is taken", e);
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    } catch (Exception e) {
      closing.close();
      throw new LocalStackException("The stack cannot start: " + e.getMessage(), e);
    }
  }

  private static LocalStack start(LocalStackOptions options, Template template, Closing closing)
      throws Exception {
    var data = options.dataDirectory();
    // First, so that a port that is taken fails at once.
    var front = closing.add(HttpFront.bind(options.port()));
    var stores = stores(options, closing);
    var topology = template.resolve(options.parameters(), stores.endpoints());
    new Tables(stores.endpoints().dynamoDb()).create(topology.tables());
    var queues = closing.add(new Queues(stores.endpoints().sqs()));
    queues.create(topology.queues());
    stores.restore().accept(topology.queues());
    var functions = functions(options, topology, SignInEnvironment.of(front.url(), data));
    closing.addTogether(functions.values());
    warmUp(functions);
    closing.addTogether(pollers(topology, queues, functions));
    closing.add(Scheduler.start(functions.values()));
    front.start(topology.api(), functions, new ApiKeys(options.apiKeys(), options.adminKeys()));
    closing.add(front);
    return new LocalStack(topology, queues, functions, front, closing);
  }

  /**
   * The endpoints of tables and queues.
   *
   * @param restore puts the messages of an earlier run into the queues
   */
  private record Stores(Endpoints endpoints, Consumer<List<QueueSpec>> restore) {}

  private static Stores stores(LocalStackOptions options, Closing closing) throws Exception {
    if (options.elsewhere().isPresent()) {
      return new Stores(options.elsewhere().get(), _ -> {});
    }
    var data = options.dataDirectory();
    var starting =
        closing.addLater(() -> TableServer.start(data.map(dir -> dir.resolve("dynamodb"))));
    var queues = closing.add(QueueServer.start(data.map(dir -> dir.resolve("messages.mv.db"))));
    return new Stores(
        new Endpoints(starting.call().endpoint(), queues.endpoint()), queues::restore);
  }

  private static Map<String, FunctionRuntime> functions(
      LocalStackOptions options, Topology topology, SignInEnvironment signIn) {
    var functions = new LinkedHashMap<String, FunctionRuntime>();
    for (var function : topology.functions()) {
      var environment = new LinkedHashMap<>(function.environment());
      environment.putAll(LambdaEnvironment.of(function, topology.endpoints()));
      environment.putAll(signIn.completing(function.environment()));
      environment.putAll(options.environment());
      functions.put(function.logicalId(), new FunctionRuntime(function, environment));
    }
    return functions;
  }

  /**
   * Makes one instance of each function. A function that cannot start logs that in one line now,
   * and fails again whenever it is invoked.
   */
  private static void warmUp(Map<String, FunctionRuntime> functions) {
    functions.values().parallelStream().forEach(FunctionRuntime::warmUp);
  }

  private static List<EventSourcePoller> pollers(
      Topology topology, Queues queues, Map<String, FunctionRuntime> functions) {
    var pollers = new ArrayList<EventSourcePoller>();
    for (var function : functions.values()) {
      for (var source : function.function().eventSources()) {
        pollers.add(
            EventSourcePoller.start(
                topology.queue(source.queueArn()), source, function, queues.newClient()));
      }
    }
    return pollers;
  }

  /** The API's base URL, without a trailing slash. */
  public URI url() {
    return front.url();
  }

  /** DynamoDB's endpoint. */
  public URI dynamoDbUrl() {
    return topology.endpoints().dynamoDb();
  }

  /** SQS's endpoint. */
  public URI sqsUrl() {
    return topology.endpoints().sqs();
  }

  /** What the template declares, resolved for this stack. */
  public Topology topology() {
    return topology;
  }

  /** The environment variables that a function's handlers receive. */
  public Map<String, String> environmentOf(String functionId) {
    return function(functionId).environment();
  }

  /** How many messages each queue has, by logical id. */
  public Map<String, QueueDepth> queueDepths() {
    return queues.depths();
  }

  /** Invokes a function with an event, as {@code sam local invoke} does; both are JSON. */
  public Invocation invoke(String functionId, String event) {
    return function(functionId).invoke(event.getBytes(UTF_8));
  }

  private FunctionRuntime function(String functionId) {
    return Objects.requireNonNull(functions.get(topology.function(functionId).logicalId()));
  }

  /** Stops everything in reverse order of starting; takes a few seconds at most. */
  @Override
  public void close() {
    closing.close();
  }
}
