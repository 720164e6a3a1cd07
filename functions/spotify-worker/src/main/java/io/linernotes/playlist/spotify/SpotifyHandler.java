package io.linernotes.playlist.spotify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.linernotes.config.Configuration;
import io.linernotes.provider.Provider;
import io.linernotes.secret.Secrets;
import io.linernotes.session.AesGcmVault;
import io.linernotes.session.SessionStore;
import io.linernotes.session.TokenVault;
import io.linernotes.session.UserTokens;
import io.linernotes.session.dynamodb.DynamoDbSessionStore;
import io.linernotes.session.secrets.SessionKeySource;
import io.linernotes.session.spotify.SpotifyApp;
import io.linernotes.session.spotify.SpotifyOAuth;
import io.linernotes.worker.SqsWorker;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** The Lambda that calls Spotify. */
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
    SpotifyApp app = SpotifyApp.from(configuration);
    SpotifyMode mode = SpotifyMode.of(configuration);
    String clientId = configuration.required("SPOTIFY_CLIENT_ID", DASHBOARD);
    Supplier<String> clientSecret =
        Secrets.required(configuration, SpotifyApp.CLIENT_SECRET, DASHBOARD);
    SessionStore sessions = DynamoDbSessionStore.from(configuration);
    TokenVault vault = new AesGcmVault(SessionKeySource.from(configuration), new SecureRandom());
    InstantSource clock = InstantSource.system();
    return SqsWorker.configured(
        Provider.SPOTIFY,
        configuration,
        calls ->
            new SpotifyTaskWorker(
                new SpotifyClient(
                    calls.paced(),
                    app.api(),
                    new SpotifyAccounts(
                        calls.unpaced(), app.accounts(), clientId, clientSecret, clock),
                    mode),
                new UserTokens(
                    sessions,
                    vault,
                    new SpotifyOAuth(calls.unpaced(), app, null),
                    clock,
                    Thread::sleep)));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return worker.handle(event, context);
  }
}
