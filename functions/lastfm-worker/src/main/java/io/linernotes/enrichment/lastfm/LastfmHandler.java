package io.linernotes.enrichment.lastfm;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.linernotes.config.Configuration;
import io.linernotes.provider.Provider;
import io.linernotes.secret.Secrets;
import io.linernotes.worker.SqsWorker;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/** The Lambda function that works off Last.fm's queue. */
public final class LastfmHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final SqsWorker worker;

  /** As Lambda constructs it. */
  public LastfmHandler() {
    this(System.getenv());
  }

  /**
   * A handler that reads its configuration from the given environment.
   *
   * @throws IllegalStateException if a variable is missing or malformed, naming it and the remedy
   */
  public LastfmHandler(Map<String, String> environment) {
    this(worker(Configuration.of(environment)));
  }

  LastfmHandler(SqsWorker worker) {
    this.worker = worker;
  }

  private static SqsWorker worker(Configuration configuration) {
    URI base = configuration.uri("LASTFM_API_URL", "Set it to https://ws.audioscrobbler.com/2.0/.");
    Supplier<String> apiKey =
        Secrets.required(
            configuration, "LASTFM_API_KEY", "Get one at https://www.last.fm/api/account/create.");
    return SqsWorker.configured(
        Provider.LASTFM,
        configuration,
        calls -> new LastfmTaskWorker(new LastfmClient(calls.paced(), base, apiKey)));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return worker.handle(event, context);
  }
}
