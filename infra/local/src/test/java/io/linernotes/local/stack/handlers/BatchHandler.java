package io.linernotes.local.stack.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.Map;

/** Notes what it is given, and reports those as failed that the probe names. */
public final class BatchHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Probe probe;

  public BatchHandler(Map<String, String> environment) {
    this.probe = Probe.of(environment);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    var failures = new ArrayList<BatchItemFailure>();
    for (var message : event.getRecords()) {
      probe.bodies.add(message.getBody());
      if (message.getBody().equals("sleep")) {
        sleep();
      }
      if (message.getBody().equals("throw")) {
        throw new IllegalStateException("asked to");
      }
      if (probe.failing.contains(message.getBody())) {
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      probe.interrupted.incrementAndGet();
    }
  }
}
