package io.linernotes.local.stack.sqs;

import com.typesafe.config.ConfigFactory;
import io.linernotes.local.stack.template.QueueSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;

/**
 * ElasticMQ, in memory or with the queues' messages in a file.
 *
 * <p>With a file, a message is saved before its sender gets a reply, and removed before its
 * deletion is acknowledged. A killed process therefore loses no message; a power failure may lose
 * the last ones. Messages that were in flight are visible at once after a restart.
 */
public final class QueueServer implements AutoCloseable {
  private static final Duration PATIENCE_TO_RESTORE = Duration.ofSeconds(30);
  private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(5);

  private final ActorSystem actors;
  private final ActorRef manager;
  private final SQSRestServer server;
  private final Optional<MessageFile> file;
  private final URI endpoint;

  private QueueServer(Optional<MessageFile> file) {
    this.file = file;
    this.actors = ActorSystem.create("elasticmq", configuration());
    this.manager = manager(file);
    this.server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withQueueManagerActor(manager)
            .withInterface("127.0.0.1")
            .withDynamicPort()
            // The wildcard makes queue URLs contain the address that the request was sent to.
            .withServerAddress(new NodeAddress("http", "*", 0, ""))
            .withAWSRegion("us-east-1")
            .withAWSAccountId("000000000000")
            .start();
    var port = server.waitUntilStarted().localAddress().getPort();
    this.endpoint = URI.create("http://127.0.0.1:" + port);
  }

  /** Starts it on a free port. With a file, messages persist between runs. */
  public static QueueServer start(Optional<Path> file) throws IOException {
    return new QueueServer(
        file.isEmpty() ? Optional.empty() : Optional.of(MessageFile.open(file.get())));
  }

  private static com.typesafe.config.Config configuration() {
    return ConfigFactory.parseMap(
            Map.of(
                "pekko.loglevel", "WARNING",
                "pekko.stdout-loglevel", "OFF",
                "pekko.log-dead-letters", "off",
                "pekko.jvm-exit-on-fatal-error", "off",
                "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off",
                "pekko.daemonic", "on"))
        .withFallback(ConfigFactory.load());
  }

  private ActorRef manager(Optional<MessageFile> file) {
    Option<ActorRef> listener =
        Option.apply(
            file.map(
                    it ->
                        actors.actorOf(
                            Props.create(MessageKeeper.class, () -> new MessageKeeper(it))))
                .orElse(null));
    return actors.actorOf(
        Props.create(
            QueueManagerActor.class,
            () -> new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, listener)));
  }

  /** Its endpoint. */
  public URI endpoint() {
    return endpoint;
  }

  /** Puts the saved messages into their queues, which must exist. */
  public void restore(List<QueueSpec> queues) {
    file.ifPresent(
        it ->
            queues.forEach(
                queue -> new MessageRestore(manager, PATIENCE_TO_RESTORE).restore(queue, it)));
  }

  @Override
  public void close() {
    try {
      actors.terminate();
      actors
          .getWhenTerminated()
          .toCompletableFuture()
          .get(PATIENCE_TO_STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      System.getLogger(QueueServer.class.getName())
          .log(System.Logger.Level.WARNING, "ElasticMQ did not stop in time", e);
    } finally {
      file.ifPresent(MessageFile::close);
    }
  }
}
