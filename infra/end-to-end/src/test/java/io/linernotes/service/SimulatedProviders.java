package io.linernotes.service;

import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.enrichment.Outcome;
import io.linernotes.enrichment.deezer.DeezerClient;
import io.linernotes.enrichment.deezer.DeezerTaskWorker;
import io.linernotes.enrichment.lastfm.LastfmClient;
import io.linernotes.enrichment.lastfm.LastfmTaskWorker;
import io.linernotes.enrichment.musicbrainz.MusicBrainzClient;
import io.linernotes.enrichment.musicbrainz.MusicBrainzTaskWorker;
import io.linernotes.enrichment.reccobeats.ReccoBeatsClient;
import io.linernotes.enrichment.reccobeats.ReccoBeatsTaskWorker;
import io.linernotes.http.HttpCall;
import io.linernotes.http.HttpReply;
import io.linernotes.http.ProviderHttp;
import io.linernotes.playlist.spotify.SpotifyAccounts;
import io.linernotes.playlist.spotify.SpotifyClient;
import io.linernotes.playlist.spotify.SpotifyMode;
import io.linernotes.playlist.spotify.SpotifyTaskWorker;
import io.linernotes.provider.Provider;
import io.linernotes.session.FakeSpotify;
import io.linernotes.session.Secret;
import io.linernotes.session.SignedInUser;
import io.linernotes.session.SpotifyReply;
import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorOptions;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.time.MovableClock;
import io.linernotes.worker.TaskWorker;
import io.linernotes.worker.WorkersInMemory;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All workers over the simulated providers, with the cache and the queues in memory. The test moves
 * the clock, so that a week takes no time. Records all calls except those for tokens.
 */
final class SimulatedProviders implements AutoCloseable {

  final MovableClock clock = MovableClock.atNoon();
  final InMemoryTrackCache cache = new InMemoryTrackCache();
  final InMemoryTaskQueue queue = new InMemoryTaskQueue();
  final Simulator simulator;

  /** The simulated user, signed in. */
  final SignedInUser user;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final Map<Provider, TaskWorker<?>> workers = new EnumMap<>(Provider.class);

  SimulatedProviders(SpotifyMode mode, SimulatorOptions options) {
    simulator = Simulator.start(options.withClock(clock));
    user = new SignedInUser(clock, new SimulatedTokens());
    SpotifyAccounts accounts =
        new SpotifyAccounts(
            this::uncounted, simulator.spotifyAccountsUrl(), "id", () -> "secret", clock);
    ProviderHttp http = this::counted;
    workers.put(
        Provider.SPOTIFY,
        new SpotifyTaskWorker(
            new SpotifyClient(http, simulator.spotifyApiUrl(), accounts, mode), user.tokens));
    workers.put(
        Provider.DEEZER, new DeezerTaskWorker(new DeezerClient(http, simulator.deezerApiUrl())));
    workers.put(
        Provider.MUSICBRAINZ,
        new MusicBrainzTaskWorker(new MusicBrainzClient(http, simulator.musicBrainzApiUrl())));
    workers.put(
        Provider.LASTFM,
        new LastfmTaskWorker(new LastfmClient(http, simulator.lastfmApiUrl(), () -> "key")));
    workers.put(
        Provider.RECCOBEATS,
        new ReccoBeatsTaskWorker(new ReccoBeatsClient(http, simulator.reccoBeatsApiUrl())));
  }

  /** Processes the queued tasks of these providers; of all providers if none is named. */
  void work(Provider... providers) {
    Map<Provider, TaskWorker<?>> working = new EnumMap<>(workers);
    if (providers.length > 0) {
      working.keySet().retainAll(List.of(providers));
    }
    new WorkersInMemory(cache, queue, clock, working).workOff();
  }

  /** The URLs called since this was last read, except those for tokens. */
  List<String> takeCalls() {
    synchronized (calls) {
      List<String> taken = List.copyOf(calls);
      calls.clear();
      return taken;
    }
  }

  /** Tokens that the simulator accepts. */
  private final class SimulatedTokens extends FakeSpotify {
    @Override
    public SpotifyReply<Tokens> exchange(String code, Secret verifier) {
      return refresh(code);
    }

    @Override
    public SpotifyReply<Tokens> refresh(String refreshToken) {
      return new SpotifyReply.Granted<>(
          new Tokens(simulator.userToken(), "refresh", Duration.ofHours(1)));
    }
  }

  private Outcome<HttpReply> counted(HttpCall call) {
    calls.add(call.uri().toString());
    return uncounted(call);
  }

  private Outcome<HttpReply> uncounted(HttpCall call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri())
            .timeout(Duration.ofSeconds(20))
            .header("User-Agent", "linernotes-tests/1 (tests@example.org)");
    call.headers().forEach(request::header);
    if (call.form() != null) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(call.form()));
    }
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Outcome.Found<>(new HttpReply(response.statusCode(), Map.of(), response.body()));
    } catch (IOException e) {
      return new Outcome.Unavailable<>(e.getClass().getName(), null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    simulator.close();
  }
}
