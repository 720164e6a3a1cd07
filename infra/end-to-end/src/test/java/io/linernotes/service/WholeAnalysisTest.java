package io.linernotes.service;

import io.linernotes.local.stack.dynamodb.TableServer;
import io.linernotes.local.stack.sqs.QueueServer;
import io.linernotes.local.stack.template.Endpoints;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The analysis on DynamoDB Local and ElasticMQ servers that the stack did not start. */
final class WholeAnalysisTest extends WholeAnalysisContract {

  private TableServer tables;
  private QueueServer queues;

  @BeforeEach
  void start() throws Exception {
    tables = TableServer.start(Optional.empty());
    queues = QueueServer.start(Optional.empty());
  }

  @AfterEach
  void stop() throws Exception {
    queues.close();
    tables.close();
  }

  @Override
  Endpoints endpoints() {
    return new Endpoints(tables.endpoint(), queues.endpoint());
  }
}
