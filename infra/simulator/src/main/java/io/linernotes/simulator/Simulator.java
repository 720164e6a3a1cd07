package io.linernotes.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Spotify, Deezer, MusicBrainz, Last.fm and ReccoBeats on a port of this machine.
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
 *   simulator.fail(Provider.DEEZER, Failure.deezerError(700), 2);
 *   URI deezer = simulator.deezerApiUrl();
 *   int breaches = simulator.report().of(Provider.DEEZER).breaches();
 * }
 * }</pre>
 *
 * <p>{@code GET /_simulator/report} returns the report as JSON, {@code POST /_simulator/reset}
 * clears it.
 */
public final class Simulator implements AutoCloseable {
  /**
   * The id of a public playlist of the simulated user, with every kind of entry that real playlists
   * contain.
   */
  public static final String DEMO_PLAYLIST = "linernotesDemoPlaylist";

  /** A private playlist of the simulated user. */
  public static final String PRIVATE_PLAYLIST = "linernotesPrivateMixes";

  private final SimulatorOptions options;
  private final HttpServer server;
  private final ExecutorService executor;
  private final Catalogue catalogue = new Catalogue();
  private final Playlists playlists = new Playlists(catalogue);
  private final SpotifyTokens tokens;
  private final Map<Provider, CallLog> logs = new EnumMap<>(Provider.class);
  private final Map<Provider, ScriptedFailures> failures = new EnumMap<>(Provider.class);
  private final List<RollingQuota> quotas = new ArrayList<>();

  private Simulator(SimulatorOptions options, HttpServer server) {
    this.options = options;
    this.server = server;
    this.executor = Executors.newVirtualThreadPerTaskExecutor();
    this.tokens = new SpotifyTokens(options.clock());
    for (Provider provider : Provider.values()) {
      logs.put(provider, new CallLog());
      failures.put(provider, new ScriptedFailures());
    }
  }

  /** Starts the providers; they answer when this returns. */
  public static Simulator start(SimulatorOptions options) {
    preferProperty("sun.net.httpserver.nodelay", "true");
    preferProperty("sun.net.httpserver.idleInterval", "300");
    try {
      InetSocketAddress address =
          new InetSocketAddress(
              InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), options.port());
      Simulator simulator = new Simulator(options, HttpServer.create(address, 0));
      simulator.listen();
      return simulator;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on port " + options.port(), e);
    }
  }

  public URI spotifyApiUrl() {
    return url("/spotify/v1");
  }

  public URI spotifyAccountsUrl() {
    return url("/spotify-accounts");
  }

  public URI deezerApiUrl() {
    return url("/deezer");
  }

  public URI musicBrainzApiUrl() {
    return url("/musicbrainz/ws/2");
  }

  public URI lastfmApiUrl() {
    return url("/lastfm/2.0/");
  }

  public URI reccoBeatsApiUrl() {
    return url("/reccobeats/v1");
  }

  /** The base URLs by the names of the environment variables that hold them. */
  public Map<String, String> environment() {
    return Map.of(
        "SPOTIFY_API_URL", spotifyApiUrl().toString(),
        "SPOTIFY_ACCOUNTS_URL", spotifyAccountsUrl().toString(),
        "DEEZER_API_URL", deezerApiUrl().toString(),
        "MUSICBRAINZ_API_URL", musicBrainzApiUrl().toString(),
        "LASTFM_API_URL", lastfmApiUrl().toString(),
        "RECCOBEATS_API_URL", reccoBeatsApiUrl().toString());
  }

  /** The songs; more may be added while the simulator runs. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** The id of a playlist with this many invented tracks. */
  public static String generatedPlaylist(int tracks) {
    return "generated%013d".formatted(tracks);
  }

  /** Adds a playlist, or replaces the one of the same id. */
  public void setPlaylist(Playlist playlist) {
    playlists.put(playlist);
  }

  /** Replaces a playlist's tracks, which gives it a new snapshot, or creates the playlist. */
  public void setPlaylist(String id, List<Song> songs) {
    playlists.replace(id, songs);
  }

  /** Appends to a playlist, which gets a new snapshot. */
  public void addTracks(String id, Song... songs) {
    playlists.append(id, List.of(songs));
  }

  /** Deletes a playlist; those called generated cannot be deleted. */
  public void removePlaylist(String id) {
    playlists.remove(id);
  }

  /** Issues a Spotify token of the application without a call to the accounts service. */
  public String applicationToken() {
    return tokens.access();
  }

  /** Issues a Spotify token of the simulated user without calls to the accounts service. */
  public String userToken() {
    return userToken(Playlists.USER);
  }

  /** Issues a Spotify token of another user, who owns only the playlists that a test creates. */
  public String userToken(String user) {
    return tokens.access(user, "playlist-read-private");
  }

  /** Revokes all consents: refresh tokens given out so far are invalid. */
  public void revokeConsents() {
    tokens.revokeAllRefresh();
  }

  /** Expires all Spotify tokens issued so far. */
  public void expireTokens() {
    tokens.expireAll();
  }

  /** Makes the next call to this provider's API fail. */
  public void fail(Provider provider, Failure failure) {
    fail(provider, failure, 1);
  }

  /** Makes the next calls to this provider's API fail, after the failures already scripted. */
  public void fail(Provider provider, Failure failure, int times) {
    fail(provider, ScriptedFailures.ANY_API_ENDPOINT, failure, times);
  }

  /**
   * Makes the next calls to one endpoint fail, named as in reports: {@code GET /tracks/{id}},
   * {@code POST /api/token}, {@code track.getInfo}.
   */
  public void fail(Provider provider, String endpoint, Failure failure, int times) {
    failures(provider).add(endpoint, failure, times);
  }

  /** Makes all calls to this provider's API fail until {@link #recover}. */
  public void failUntilRecovered(Provider provider, Failure failure) {
    failures(provider).addLasting(failure);
  }

  /** Ends {@link #failUntilRecovered}. */
  public void recover(Provider provider) {
    failures(provider).recover();
  }

  /** The calls since the start or the last reset. */
  public SimulatorReport report() {
    Map<Provider, ProviderReport> reports = new EnumMap<>(Provider.class);
    logs.forEach((provider, log) -> reports.put(provider, log.report(options.quota(provider))));
    return new SimulatorReport(reports);
  }

  /** Clears all calls, in the report and in the quotas, and all scripted failures. */
  public void reset() {
    logs.values().forEach(CallLog::reset);
    failures.values().forEach(ScriptedFailures::clear);
    quotas.forEach(RollingQuota::reset);
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }

  /**
   * Sets a system property unless it is set. The JDK's server reads its properties once. They
   * prevent Nagle delays, and idle connections that are closed too soon.
   */
  private static void preferProperty(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }

  private void listen() {
    String spotify = spotifyApiUrl().toString();
    serve(
        Provider.SPOTIFY,
        "/spotify/v1",
        new SpotifySimulation(catalogue, playlists, tokens, spotify, options),
        spotifyLimits());
    serve(
        Provider.SPOTIFY,
        "/spotify-accounts",
        new SpotifyAccountsSimulation(tokens).routes(),
        List.of());
    serve(
        Provider.DEEZER,
        "/deezer",
        new DeezerSimulation(catalogue, deezerApiUrl().toString()).routes(),
        List.of(new Limit(lenient(Provider.DEEZER), wait -> DeezerReplies.error(4))));
    serve(
        Provider.MUSICBRAINZ,
        "/musicbrainz/ws/2",
        new MusicBrainzSimulation(catalogue),
        List.of(new Limit(musicBrainzQuota(), wait -> MusicBrainzReplies.rateLimited())));
    serve(
        Provider.LASTFM,
        "/lastfm/2.0",
        new LastfmSimulation(catalogue),
        List.of(new Limit(lenient(Provider.LASTFM), wait -> LastfmReplies.error(29))));
    serve(
        Provider.RECCOBEATS,
        "/reccobeats/v1",
        new ReccoBeatsSimulation(catalogue).routes(),
        List.of(new Limit(lenient(Provider.RECCOBEATS), ReccoBeatsSimulation::rateLimited)));
    server.createContext("/_simulator/report", this::sendReport);
    server.createContext("/_simulator/reset", this::resetAndSendReport);
    server.setExecutor(executor);
    server.start();
  }

  private void serve(Provider provider, String path, Simulation simulation, List<Limit> limits) {
    limits.forEach(limit -> quotas.add(limit.quota()));
    Duration latency = options.latency(provider);
    server.createContext(
        path,
        new ProviderHandler(
            simulation, limits, failures(provider), log(provider), latency, options.clock()));
  }

  private List<Limit> spotifyLimits() {
    List<Limit> limits = new ArrayList<>();
    Quota daily = options.spotifyDailyQuota();
    if (daily != null) {
      RollingQuota rolling = RollingQuota.lenient(options.scaled(daily), Duration.ZERO);
      limits.add(new Limit(rolling, SpotifyReplies::quotaExceeded));
    }
    limits.add(new Limit(lenient(Provider.SPOTIFY), SpotifyReplies::rateLimited));
    return limits;
  }

  private RollingQuota lenient(Provider provider) {
    return RollingQuota.lenient(options.quota(provider), options.arrivalTolerance());
  }

  private RollingQuota musicBrainzQuota() {
    return RollingQuota.strict(options.quota(Provider.MUSICBRAINZ), options.arrivalTolerance());
  }

  private void sendReport(HttpExchange exchange) throws IOException {
    HttpReplies.send(exchange, Reply.ok(report().json()));
  }

  private void resetAndSendReport(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      reset();
    }
    sendReport(exchange);
  }

  private ScriptedFailures failures(Provider provider) {
    return Objects.requireNonNull(failures.get(provider));
  }

  private CallLog log(Provider provider) {
    return Objects.requireNonNull(logs.get(provider));
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }
}
