package io.linernotes.enrichment.reccobeats;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.linernotes.config.Configuration;
import io.linernotes.provider.Provider;
import io.linernotes.worker.SqsWorker;
import java.net.URI;
import java.util.Map;

/** The Lambda function that works off ReccoBeats' queue. */
public final class ReccoBeatsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final SqsWorker worker;

  /** As Lambda constructs it. */
  public ReccoBeatsHandler() {
    this(System.getenv());
  }

  /**
   * A handler that reads its configuration from the given environment.
   *
   * @throws IllegalStateException if a variable is missing or malformed, naming it and the remedy
   */
  public ReccoBeatsHandler(Map<String, String> environment) {
    this(worker(Configuration.of(environment)));
  }

  ReccoBeatsHandler(SqsWorker worker) {
    this.worker = worker;
  }

  private static SqsWorker worker(Configuration configuration) {
    URI base = configuration.uri("RECCOBEATS_API_URL", "Set it to https://api.reccobeats.com/v1.");
    return SqsWorker.configured(
        Provider.RECCOBEATS,
        configuration,
        calls -> new ReccoBeatsTaskWorker(new ReccoBeatsClient(calls.paced(), base)));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return worker.handle(event, context);
  }
}
