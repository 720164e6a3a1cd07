package io.linernotes.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.linernotes.analysis.PlaylistAnalyzer;
import io.linernotes.analysis.TrackAnalyzer;
import io.linernotes.api.about.AboutRoutes;
import io.linernotes.api.analysis.PlaylistRoutes;
import io.linernotes.api.analysis.TrackRoutes;
import io.linernotes.api.cache.CacheRoutes;
import io.linernotes.api.exchange.AllowedOrigins;
import io.linernotes.api.exchange.LongPoll;
import io.linernotes.api.mcp.McpRoutes;
import io.linernotes.api.mcp.Tools;
import io.linernotes.api.record.RecordRoutes;
import io.linernotes.api.session.Sessions;
import io.linernotes.api.session.SignInRoutes;
import io.linernotes.api.session.SignInSetup;
import io.linernotes.cache.InMemoryTrackCache;
import io.linernotes.cache.StoredRecord;
import io.linernotes.config.Configuration;
import io.linernotes.demand.Demand;
import io.linernotes.demand.InMemoryDemandRecord;
import io.linernotes.invalidation.CacheInvalidation;
import io.linernotes.observability.FixedContext;
import io.linernotes.observability.RecordedMetrics;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RecordLookup;
import io.linernotes.session.SignedInUser;
import io.linernotes.status.Counters;
import io.linernotes.status.StatusReport;
import io.linernotes.task.InMemoryTaskQueue;
import io.linernotes.time.MovableClock;
import io.linernotes.warming.CacheWarmer;
import io.linernotes.warming.WarmingSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The whole function over a cache, queues and counters in memory. */
final class InMemoryApi {

  final MovableClock clock = MovableClock.atNoon();
  final InMemoryTrackCache cache = new InMemoryTrackCache();
  final InMemoryTaskQueue queue = new InMemoryTaskQueue();
  final InMemoryDemandRecord demand = new InMemoryDemandRecord();
  final SignedInUser user = new SignedInUser(clock);
  final Map<String, StoredRecord> stored = new HashMap<>();
  final Map<String, Long> counts = new HashMap<>();
  final RecordedMetrics metrics = new RecordedMetrics();
  private final ApiHandler handler = new ApiHandler(setup());

  private ApiSetup setup() {
    CountedQueue counted = new CountedQueue(queue);
    return new ApiSetup(
        routes(counted),
        counted,
        counters(),
        metrics,
        new AllowedOrigins(Set.of("https://app.example", "http://localhost:3000")));
  }

  private Routes routes(CountedQueue counted) {
    Dispatcher dispatcher = new Dispatcher(cache, counted, LeaseTime.ofEmptyQueues());
    PlaylistAnalyzer playlists = new PlaylistAnalyzer(cache, dispatcher, Map.of());
    Sessions sessions = new Sessions(user.signIn, clock);
    LongPoll longPoll = new LongPoll(clock, clock::advance);
    TrackAnalyzer tracks = new TrackAnalyzer(cache, dispatcher, Map.of());
    return new Routes(
        new PlaylistRoutes(
            playlists, sessions, new Demand(demand, 1, new Random(1)), longPoll, clock),
        new TrackRoutes(tracks, longPoll, clock),
        new RecordRoutes(new RecordLookup(cache, dispatcher), playlists, sessions, longPoll, clock),
        new CacheRoutes(
            new CacheInvalidation(cache, dispatcher),
            new CacheWarmer(
                cache,
                dispatcher,
                Map::of,
                Map.of(),
                new WarmingSettings(0.5, Duration.ofMinutes(15))),
            key -> Optional.ofNullable(stored.get(key)),
            sessions::viewer,
            clock),
        new SignInRoutes(user.signIn, signInSetup(), sessions, cache, clock),
        new AboutRoutes(),
        new McpRoutes(new Tools(playlists, tracks, sessions, longPoll, clock)),
        new StatusReport(cache, Map::of, Counters.none(), Map.of()),
        clock);
  }

  private static SignInSetup signInSetup() {
    return SignInSetup.from(
        Configuration.of(
            Map.of(
                "SPOTIFY_ACCOUNTS_URL", "https://accounts.example",
                "SPOTIFY_API_URL", "https://spotify.example/v1")));
  }

  private Counters counters() {
    return new Counters() {
      @Override
      public void add(Instant now, Map<String, Long> more) {
        more.forEach((name, count) -> counts.merge(name, count, Long::sum));
      }

      @Override
      public Map<String, Long> ofDay(Instant now) {
        return counts;
      }

      @Override
      public Map<String, Long> ofLastMinute(Instant now) {
        return counts;
      }
    };
  }

  /** The answer to a request. */
  APIGatewayProxyResponseEvent answer(APIGatewayProxyRequestEvent request) {
    return handler.handleRequest(request, new FixedContext("request-1"));
  }

  /** The answer to a GET request. */
  APIGatewayProxyResponseEvent get(
      String route, Map<String, String> path, Map<String, String> query) {
    return answer(
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("GET")
            .withResource(route)
            .withPathParameters(path)
            .withQueryStringParameters(query));
  }
}
