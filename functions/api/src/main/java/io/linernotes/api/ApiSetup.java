package io.linernotes.api;

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
import io.linernotes.cache.TrackCache;
import io.linernotes.cache.dynamodb.DynamoDbCacheInspector;
import io.linernotes.cache.dynamodb.DynamoDbTrackCache;
import io.linernotes.config.Configuration;
import io.linernotes.demand.Demand;
import io.linernotes.demand.dynamodb.DynamoDbDemandRecord;
import io.linernotes.invalidation.CacheInvalidation;
import io.linernotes.observability.Metrics;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.planning.RecordLookup;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.provider.Quotas;
import io.linernotes.session.AesGcmVault;
import io.linernotes.session.SignIn;
import io.linernotes.session.dynamodb.DynamoDbSessionStore;
import io.linernotes.session.secrets.SessionKeySource;
import io.linernotes.status.Counters;
import io.linernotes.status.StatusReport;
import io.linernotes.status.dynamodb.DynamoDbCounters;
import io.linernotes.task.QueueDepths;
import io.linernotes.task.sqs.SendFailures;
import io.linernotes.task.sqs.SqsQueueDepths;
import io.linernotes.task.sqs.SqsTaskQueue;
import io.linernotes.warming.CacheWarmer;
import io.linernotes.warming.WarmingSettings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/**
 * The parts of the handler, wired from the function's variables.
 *
 * @param queue the queue of the routes' tasks, which counts them
 * @param counters the counters that the status route reads
 */
record ApiSetup(
    Routes routes, CountedQueue queue, Counters counters, Metrics metrics, AllowedOrigins origins) {

  /**
   * The setup in these variables.
   *
   * @throws IllegalStateException if a variable is missing or malformed, naming it and the remedy
   */
  static ApiSetup from(Configuration configuration) {
    CountedQueue queue = new CountedQueue(SqsTaskQueue.from(configuration, SendFailures.logged()));
    Counters counters = DynamoDbCounters.from(configuration);
    return new ApiSetup(
        routes(configuration, queue, counters),
        queue,
        counters,
        Metrics.from(configuration),
        AllowedOrigins.from(configuration));
  }

  private static Routes routes(Configuration configuration, CountedQueue queue, Counters counters) {
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    TrackCache cache = DynamoDbTrackCache.from(configuration);
    Map<Provider, Quota> quotas = Quotas.of(configuration);
    QueueDepths depths = SqsQueueDepths.from(configuration);
    Dispatcher dispatcher = new Dispatcher(cache, queue, new LeaseTime(depths, quotas));
    PlaylistAnalyzer playlists = new PlaylistAnalyzer(cache, dispatcher, quotas);
    SignInSetup setup = SignInSetup.from(configuration);
    SignIn signIn = signIn(configuration, setup, random, clock);
    Sessions sessions = new Sessions(signIn, clock);
    LongPoll longPoll = new LongPoll(clock, Thread::sleep);
    TrackAnalyzer tracks = new TrackAnalyzer(cache, dispatcher, quotas);
    return new Routes(
        new PlaylistRoutes(playlists, sessions, demand(configuration, random), longPoll, clock),
        new TrackRoutes(tracks, longPoll, clock),
        new RecordRoutes(new RecordLookup(cache, dispatcher), playlists, sessions, longPoll, clock),
        new CacheRoutes(
            new CacheInvalidation(cache, dispatcher),
            new CacheWarmer(cache, dispatcher, depths, quotas, WarmingSettings.of(configuration)),
            DynamoDbCacheInspector.from(configuration),
            sessions::viewer,
            clock),
        new SignInRoutes(signIn, setup, sessions, cache, clock),
        new AboutRoutes(),
        new McpRoutes(new Tools(playlists, tracks, sessions, longPoll, clock)),
        new StatusReport(cache, depths, counters, quotas),
        clock);
  }

  private static SignIn signIn(
      Configuration configuration, SignInSetup setup, SecureRandom random, InstantSource clock) {
    return new SignIn(
        DynamoDbSessionStore.from(configuration),
        new AesGcmVault(SessionKeySource.from(configuration), random),
        setup.spotify(),
        random,
        clock);
  }

  private static Demand demand(Configuration configuration, SecureRandom random) {
    double sampling = configuration.decimal("DEMAND_SAMPLING", 0.25);
    if (sampling > 1) {
      throw new IllegalStateException(
          "DEMAND_SAMPLING is " + sampling + ": set it to a share of the requests, at most 1.");
    }
    return new Demand(DynamoDbDemandRecord.from(configuration), sampling, random);
  }
}
