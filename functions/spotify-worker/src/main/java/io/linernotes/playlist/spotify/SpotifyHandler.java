package io.linernotes.playlist.spotify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.linernotes.config.Configuration;
import io.linernotes.provider.Provider;
import io.linernotes.worker.SqsWorker;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/** The Lambda that asks Spotify. */
public final class SpotifyHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private static final String DASHBOARD =
      "Create an app at https://developer.spotify.com/dashboard and take it from there.";

  private final SqsWorker worker;

  /** As Lambda constructs it. */
  public SpotifyHandler() {
    this(System.getenv());
  }

  /**
   * A handler with another environment than the process has.
   *
   * @throws IllegalStateException if a variable is missing or malformed, naming it and the remedy
   */
  public SpotifyHandler(Map<String, String> environment) {
    this(worker(Configuration.of(environment)));
  }

  SpotifyHandler(SqsWorker worker) {
    this.worker = worker;
  }

  private static SqsWorker worker(Configuration configuration) {
    URI base = configuration.uri("SPOTIFY_API_URL", "Set it to https://api.spotify.com/v1.");
    URI accounts =
        configuration.uri("SPOTIFY_ACCOUNTS_URL", "Set it to https://accounts.spotify.com.");
    SpotifyMode mode = SpotifyMode.of(configuration);
    String clientId = configuration.required("SPOTIFY_CLIENT_ID", DASHBOARD);
    String clientSecret = configuration.required("SPOTIFY_CLIENT_SECRET", DASHBOARD);
    return SqsWorker.configured(
        Provider.SPOTIFY,
        configuration,
        calls ->
            new SpotifyTaskWorker(
                new SpotifyClient(
                    calls.paced(),
                    base,
                    new SpotifyAccounts(
                        calls.unpaced(), accounts, clientId, clientSecret, InstantSource.system()),
                    mode)));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return worker.handle(event, context);
  }
}
