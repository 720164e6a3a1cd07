package io.linernotes.enrichment.musicbrainz;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.linernotes.config.Configuration;
import io.linernotes.provider.Provider;
import io.linernotes.worker.SqsWorker;
import java.net.URI;
import java.util.Map;

/** The Lambda function that works off MusicBrainz's queue. */
public final class MusicBrainzHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final SqsWorker worker;

  /** As Lambda constructs it. */
  public MusicBrainzHandler() {
    this(System.getenv());
  }

  /**
   * A handler that reads its configuration from the given environment.
   *
   * @throws IllegalStateException if a variable is missing or malformed, naming it and the remedy
   */
  public MusicBrainzHandler(Map<String, String> environment) {
    this(worker(Configuration.of(environment)));
  }

  MusicBrainzHandler(SqsWorker worker) {
    this.worker = worker;
  }

  private static SqsWorker worker(Configuration configuration) {
    URI base = configuration.uri("MUSICBRAINZ_API_URL", "Set it to https://musicbrainz.org/ws/2.");
    return SqsWorker.configured(
        Provider.MUSICBRAINZ,
        configuration,
        calls -> new MusicBrainzTaskWorker(new MusicBrainzClient(calls.paced(), base)));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return worker.handle(event, context);
  }
}
