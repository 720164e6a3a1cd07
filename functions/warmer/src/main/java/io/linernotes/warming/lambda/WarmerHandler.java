package io.linernotes.warming.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.linernotes.cache.TrackCache;
import io.linernotes.cache.dynamodb.DynamoDbTrackCache;
import io.linernotes.config.Configuration;
import io.linernotes.demand.DemandRecord;
import io.linernotes.demand.dynamodb.DynamoDbDemandRecord;
import io.linernotes.json.Json;
import io.linernotes.json.WarmingFormat;
import io.linernotes.observability.LogContext;
import io.linernotes.observability.LogLine;
import io.linernotes.observability.Loggers;
import io.linernotes.observability.Metrics;
import io.linernotes.planning.Dispatcher;
import io.linernotes.planning.LeaseTime;
import io.linernotes.provider.Provider;
import io.linernotes.provider.Quota;
import io.linernotes.provider.Quotas;
import io.linernotes.task.QueueDepths;
import io.linernotes.task.sqs.SendFailures;
import io.linernotes.task.sqs.SqsQueueDepths;
import io.linernotes.task.sqs.SqsTaskQueue;
import io.linernotes.track.SpotifyId;
import io.linernotes.warming.CacheWarmer;
import io.linernotes.warming.ResumePoint;
import io.linernotes.warming.WarmingReport;
import io.linernotes.warming.WarmingSettings;
import io.linernotes.warming.WarmupTargets;
import io.linernotes.warming.WarmupTargets.Position;
import io.linernotes.warming.dynamodb.DynamoDbResumePoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The Lambda that a schedule invokes. It keeps the playlists in {@code WARM_PLAYLISTS} warm, and
 * the playlists requested most. The event {@code {"most_asked":100}} says how many of the latter.
 * The answer says for each provider what was sent and what was left out. If a run stops early, the
 * next one resumes it.
 */
public final class WarmerHandler implements RequestStreamHandler {

  private static final Logger LOG = Loggers.of(WarmerHandler.class);
  private static final int MOST_ASKED = 100;

  private final CacheWarmer warmer;
  private final DemandRecord demand;
  private final ResumePoint resumePoint;
  private final CooldownGauge cooldowns;
  private final List<SpotifyId> always;
  private final InstantSource clock;

  /** For Lambda. */
  public WarmerHandler() {
    this(System.getenv());
  }

  /**
   * A handler with that environment.
   *
   * @throws IllegalStateException if a variable is missing or malformed, naming it and the remedy
   */
  public WarmerHandler(Map<String, String> environment) {
    this(Configuration.of(environment));
  }

  private WarmerHandler(Configuration configuration) {
    this(configuration, DynamoDbTrackCache.from(configuration));
  }

  private WarmerHandler(Configuration configuration, TrackCache cache) {
    this(
        warmer(configuration, cache),
        DynamoDbDemandRecord.from(configuration),
        DynamoDbResumePoint.from(configuration),
        new CooldownGauge(cache, Metrics.from(configuration)),
        playlists(configuration.optional("WARM_PLAYLISTS").orElse("")),
        InstantSource.system());
  }

  WarmerHandler(
      CacheWarmer warmer,
      DemandRecord demand,
      ResumePoint resumePoint,
      CooldownGauge cooldowns,
      List<SpotifyId> always,
      InstantSource clock) {
    this.warmer = warmer;
    this.demand = demand;
    this.resumePoint = resumePoint;
    this.cooldowns = cooldowns;
    this.always = List.copyOf(always);
    this.clock = clock;
  }

  private static CacheWarmer warmer(Configuration configuration, TrackCache cache) {
    QueueDepths depths = SqsQueueDepths.from(configuration);
    Map<Provider, Quota> quotas = Quotas.of(configuration);
    Dispatcher dispatcher =
        new Dispatcher(
            cache,
            SqsTaskQueue.from(configuration, SendFailures.logged()),
            new LeaseTime(depths, quotas));
    return new CacheWarmer(cache, dispatcher, depths, quotas, WarmingSettings.of(configuration));
  }

  /** The ids in {@code WARM_PLAYLISTS}. */
  static List<SpotifyId> playlists(String text) {
    return text.isBlank()
        ? List.of()
        : List.of(text.split(",", -1)).stream().map(WarmerHandler::playlist).toList();
  }

  private static SpotifyId playlist(String text) {
    return SpotifyId.parse(text.strip())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "WARM_PLAYLISTS names \""
                        + text.strip()
                        + "\", which is no Spotify id. Set it to ids of 22 letters and digits,"
                        + " separated by commas."));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    int mostAsked = mostAsked(event.readAllBytes());
    String run = context.getAwsRequestId();
    WarmingReport report = LogContext.during(context, run, () -> warm(mostAsked, run));
    answer.write(WarmingFormat.text(report).getBytes(StandardCharsets.UTF_8));
  }

  private WarmingReport warm(int mostAsked, String run) {
    Instant now = clock.instant();
    Position from = resumePoint.load().orElse(null);
    WarmingReport report =
        warmer.warm(new WarmupTargets(wanted(mostAsked, now), List.of(), true, from), run, now);
    if (from != null || report.stoppedAt() != null) {
      resumePoint.save(report.stoppedAt(), now);
    }
    cooldowns.measure(now);
    line(report)
        .with("latency_ms", Duration.between(now, clock.instant()).toMillis())
        .log(LOG, Level.INFO);
    return report;
  }

  private static LogLine line(WarmingReport report) {
    LogLine line =
        LogLine.of("warming run")
            .with("playlists", report.playlists())
            .with("tracks", report.tracks());
    report
        .providers()
        .forEach(
            (provider, counts) ->
                line.with(provider.id() + "_sent", counts.sent())
                    .with(provider.id() + "_fresh", counts.fresh())
                    .with(provider.id() + "_on_its_way", counts.onItsWay())
                    .with(provider.id() + "_left_out", counts.leftOut()));
    line.with("stopped", report.stoppedAt() != null);
    return line;
  }

  private static int mostAsked(byte[] event) {
    return Json.parse(event)
        .map(json -> json.wholeNumber("most_asked"))
        .map(number -> (int) Math.clamp(Objects.requireNonNull(number), 0, 1_000))
        .orElse(MOST_ASKED);
  }

  /** The playlists requested most, then those that are always kept warm. */
  private List<SpotifyId> wanted(int mostAsked, Instant now) {
    Set<SpotifyId> wanted = new LinkedHashSet<>(demand.mostAsked(mostAsked, now));
    wanted.addAll(always);
    return List.copyOf(wanted);
  }
}
