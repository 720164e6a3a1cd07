package io.linernotes.api;

import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.PlaylistAnalyzer;
import io.linernotes.analysis.PlaylistAnswer;
import io.linernotes.analysis.PlaylistRequest;
import io.linernotes.analysis.Progress;
import io.linernotes.analysis.TrackAnalyzer;
import io.linernotes.cache.TrackCache;
import io.linernotes.cache.dynamodb.DynamoDbCacheInspector;
import io.linernotes.cache.dynamodb.DynamoDbTrackCache;
import io.linernotes.config.Configuration;
import io.linernotes.demand.Demand;
import io.linernotes.demand.dynamodb.DynamoDbDemandRecord;
import io.linernotes.enrichment.Section;
import io.linernotes.invalidation.CacheInvalidation;
import io.linernotes.json.AnalysisFormat;
import io.linernotes.json.PlainFormat;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RecordLookup;
import io.linernotes.planning.RequestContext;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.provider.Quotas;
import io.linernotes.session.AesGcmVault;
import io.linernotes.session.SignIn;
import io.linernotes.session.TokenVault;
import io.linernotes.session.dynamodb.DynamoDbSessionStore;
import io.linernotes.session.secrets.SessionKeySource;
import io.linernotes.status.CountNames;
import io.linernotes.status.Counters;
import io.linernotes.status.StatusReport;
import io.linernotes.status.dynamodb.DynamoDbCounters;
import io.linernotes.task.QueueDepths;
import io.linernotes.task.sqs.SendFailures;
import io.linernotes.task.sqs.SqsQueueDepths;
import io.linernotes.task.sqs.SqsTaskQueue;
import io.linernotes.track.SpotifyId;
import io.linernotes.warming.CacheWarmer;
import io.linernotes.warming.WarmingSettings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What each route of the API does. API Gateway has matched the path; only known routes arrive. */
final class Routes {

  private static final int MOST_SHOWN = 500;

  /** Spotify's playlists hold 10,000 entries; some old ones a few more. */
  private static final int LARGEST_OFFSET = 20_000;

  private static final int SHOWN = 100;
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

  private final PlaylistAnalyzer playlists;
  private final TrackAnalyzer tracks;
  private final RecordRoutes records;
  private final StatusReport status;
  private final CacheRoutes cacheRoutes;
  private final AboutRoutes about = new AboutRoutes();
  private final Demand demand;
  private final SessionRoutes sessions;
  private final Counters counters;
  private final CountedQueue queue;
  private final Patience patience;
  private final InstantSource clock;

  Routes(
      PlaylistAnalyzer playlists,
      TrackAnalyzer tracks,
      RecordLookup lookup,
      StatusReport status,
      CacheRoutes cacheRoutes,
      Demand demand,
      SessionRoutes sessions,
      Counters counters,
      CountedQueue queue,
      Patience patience,
      InstantSource clock) {
    this.playlists = playlists;
    this.tracks = tracks;
    this.status = status;
    this.cacheRoutes = cacheRoutes;
    this.demand = demand;
    this.sessions = sessions;
    this.counters = counters;
    this.queue = queue;
    this.patience = patience;
    this.clock = clock;
    this.records = new RecordRoutes(lookup, playlists, tracks, sessions, patience, clock);
  }

  static Routes configured(Configuration configuration) {
    InstantSource clock = InstantSource.system();
    TrackCache cache = DynamoDbTrackCache.from(configuration);
    CountedQueue queue = new CountedQueue(SqsTaskQueue.from(configuration, SendFailures.logged()));
    Counters counters = DynamoDbCounters.from(configuration);
    Map<Provider, Quota> quotas = Quotas.of(configuration);
    QueueDepths depths = SqsQueueDepths.from(configuration);
    Dispatcher dispatcher = new Dispatcher(cache, queue, new LeaseTime(depths, quotas));
    WarmingSettings warming = WarmingSettings.of(configuration);
    SessionRoutes sessions = sessions(configuration, cache, clock);
    return new Routes(
        new PlaylistAnalyzer(cache, dispatcher, quotas),
        new TrackAnalyzer(cache, dispatcher, quotas),
        new RecordLookup(cache, dispatcher),
        new StatusReport(cache, depths, counters, quotas),
        new CacheRoutes(
            new CacheInvalidation(cache, dispatcher),
            new CacheWarmer(cache, dispatcher, depths, quotas, warming),
            DynamoDbCacheInspector.from(configuration),
            sessions::viewer,
            clock),
        demand(configuration),
        sessions,
        counters,
        queue,
        new Patience(clock, Thread::sleep),
        clock);
  }

  private static Demand demand(Configuration configuration) {
    double sampling = configuration.decimal("DEMAND_SAMPLING", 0.25);
    if (sampling > 1) {
      throw new IllegalStateException(
          "DEMAND_SAMPLING is " + sampling + ". Set it to a share of the requests, 1 at most.");
    }
    return new Demand(DynamoDbDemandRecord.from(configuration), sampling, new SecureRandom());
  }

  private static SessionRoutes sessions(
      Configuration configuration, TrackCache cache, InstantSource clock) {
    SecureRandom random = new SecureRandom();
    SignInSetup setup = SignInSetup.from(configuration);
    TokenVault vault = new AesGcmVault(SessionKeySource.from(configuration), random);
    SignIn signIn =
        new SignIn(DynamoDbSessionStore.from(configuration), vault, setup.spotify(), random, clock);
    return new SessionRoutes(signIn, setup, cache, clock);
  }

  /** Reads from the real table and queues, which loads what connections by TLS need. */
  void touch() {
    var _ = status.at(clock.instant());
  }

  /**
   * Answers a request.
   *
   * @param latest when the answer must be ready
   */
  Answer answer(Request request, Instant latest) {
    return switch (request.route()) {
      case "GET /v1/playlists/{playlist_id}/analysis" -> analysis(request, latest);
      case "GET /v1/playlists/{playlist_id}" -> records.playlist(request, latest);
      case "GET /v1/playlists/{playlist_id}/tracks" ->
          records.entries(request, playlist(request, Set.of()), latest);
      case "GET /v1/tracks/{track_id}" -> records.track(request, latest);
      case "GET /v1/artists/{name+}" -> records.artist(request, latest);
      case "GET /v1/search" -> records.search(request, latest);
      case "GET /v1/recommendations" -> records.recommendations(request, latest);
      case "POST /v1/tracks/enrichment" -> enrichment(request, latest);
      case "GET /v1/auth/spotify" -> sessions.begin(request);
      case "GET /v1/auth/spotify/callback" -> sessions.callback(request);
      case "DELETE /v1/session" -> sessions.end(request);
      case "GET /v1/me" -> records.profile(request, latest);
      case "GET /v1/status" -> Answer.json(200, PlainFormat.text(status.at(clock.instant())));
      default ->
          cacheRoutes
              .answer(request)
              .or(() -> about.answer(request))
              .orElseGet(
                  () ->
                      Answer.of(
                          Problem.notFound(
                              "path",
                              "There is no such route: see /openapi.json for those that exist.")));
    };
  }

  /** How many tasks were sent since this was last asked. */
  int takeSent() {
    return queue.takeSent();
  }

  private Answer analysis(Request request, Instant latest) {
    PlaylistRequest wanted = playlist(request, request.include());
    RequestContext requestContext = requestContext(request, wanted.playlist());
    PlaylistAnswer answer =
        patience.await(
            // Who waits may have been signed out meanwhile.
            () ->
                playlists.analyze(
                    wanted.as(sessions.viewer(request)), requestContext, clock.instant()),
            Routes::canWait,
            request.patience(),
            latest);
    if (answer instanceof PlaylistAnswer.Analyzed && !request.hasSession()) {
      demand.asked(wanted.playlist(), clock.instant());
    }
    return preferenceApplied(request, encoded(answer, wanted).with(Lookups.of(answer)));
  }

  private static PlaylistRequest playlist(Request request, Set<Section> sections) {
    return new PlaylistRequest(
        request.spotifyId("playlist_id"),
        sections,
        request.number("offset", 0, 0, LARGEST_OFFSET),
        request.number("limit", SHOWN, 1, MOST_SHOWN));
  }

  /** A user's own request is a group of its own: no message tells which list a track is on. */
  static RequestContext requestContext(Request request, SpotifyId playlist) {
    return new RequestContext(
        request.correlationId(), request.hasSession() ? request.correlationId() : playlist.value());
  }

  private Answer encoded(PlaylistAnswer answer, PlaylistRequest wanted) {
    return switch (answer) {
      case PlaylistAnswer.Analyzed(Analysis analysis) -> encoded(analysis);
      case PlaylistAnswer.NotHereYet(@Nullable Duration refusedFor) -> {
        String body = AnalysisFormat.pending(Progress.none(wanted.sections()), refusedFor);
        yield refusedFor == null
            ? Answer.json(202, body).with("Retry-After", "1")
            : Answer.json(200, body).with("Retry-After", seconds(refusedFor));
      }
      case PlaylistAnswer.Unknown() -> Answer.of(unknownPlaylist(wanted.playlist()));
      case PlaylistAnswer.Forbidden() -> Answer.of(forbidden(wanted.playlist()));
    };
  }

  static Problem unknownPlaylist(SpotifyId playlist) {
    return Problem.notFound(
        "playlist_id",
        "Spotify shows no playlist "
            + playlist
            + ": check the id. One that is not public it shows to its owner alone, who signs in at"
            + " /v1/auth/spotify and sends the session as x-session.");
  }

  static Problem forbidden(SpotifyId playlist) {
    return Problem.forbidden(
        "playlist_id",
        "Spotify shows the contents of playlist "
            + playlist
            + " to its owner and collaborators alone: sign in as one of them at /v1/auth/spotify,"
            + " and send the session as x-session.");
  }

  private Answer enrichment(Request request, Instant latest) {
    EnrichmentRequest wanted = EnrichmentRequest.parse(request.body());
    RequestContext requestContext =
        new RequestContext(request.correlationId(), request.correlationId());
    Analysis analysis =
        patience.await(
            () ->
                tracks.analyze(wanted.tracks(), wanted.sections(), requestContext, clock.instant()),
            Analysis::onItsWay,
            request.patience(),
            latest);
    return preferenceApplied(request, encoded(analysis).with(Lookups.of(analysis)));
  }

  static boolean canWait(PlaylistAnswer answer) {
    return switch (answer) {
      case PlaylistAnswer.Analyzed(Analysis analysis) -> analysis.onItsWay();
      case PlaylistAnswer.NotHereYet(@Nullable Duration refusedFor) -> refusedFor == null;
      case PlaylistAnswer.Unknown(), PlaylistAnswer.Forbidden() -> false;
    };
  }

  private Answer encoded(Analysis analysis) {
    count(analysis);
    String body = AnalysisFormat.text(analysis);
    if (analysis.onItsWay()) {
      Duration eta = analysis.progress().eta();
      Duration retry = eta.compareTo(LONGEST_RETRY) < 0 ? eta : LONGEST_RETRY;
      return Answer.json(202, body).with("Retry-After", seconds(retry));
    }
    return Optional.ofNullable(analysis.refusedFor())
        .map(refused -> Answer.json(200, body).with("Retry-After", seconds(refused)))
        .orElseGet(() -> Answer.json(200, body));
  }

  private void count(Analysis analysis) {
    Map<String, Long> counts = new HashMap<>();
    analysis
        .progress()
        .sections()
        .forEach(
            (section, states) ->
                states.forEach(
                    (state, number) -> {
                      if (number > 0) {
                        counts.put(CountNames.answered(section, state), (long) number);
                      }
                    }));
    counters.add(analysis.at(), counts);
  }

  static Answer preferenceApplied(Request request, Answer answer) {
    Duration patience = request.patience();
    return patience.isZero()
        ? answer
        : answer.with("Preference-Applied", "wait=" + patience.toSeconds());
  }

  static String seconds(Duration duration) {
    return String.valueOf(Math.max(1, duration.plusMillis(999).toSeconds()));
  }

  /** Asking the cache again and again until nothing is on its way or the time is over. */
  static final class Patience {

    interface Sleeper {
      void sleep(Duration duration) throws InterruptedException;
    }

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final InstantSource clock;
    private final Sleeper sleeper;

    Patience(InstantSource clock, Sleeper sleeper) {
      this.clock = clock;
      this.sleeper = sleeper;
    }

    <T> T await(Supplier<T> ask, Predicate<T> canWait, Duration patience, Instant latest) {
      Instant own = clock.instant().plus(patience);
      Instant end = own.isBefore(latest) ? own : latest;
      T answer = ask.get();
      while (canWait.test(answer) && clock.instant().plus(PAUSE).isBefore(end)) {
        try {
          sleeper.sleep(PAUSE);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return answer;
        }
        answer = ask.get();
      }
      return answer;
    }
  }
}
