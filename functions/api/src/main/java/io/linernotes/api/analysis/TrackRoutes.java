package io.linernotes.api.analysis;

import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.TrackAnalyzer;
import io.linernotes.analysis.TrackAnswer;
import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.LongPoll;
import io.linernotes.api.exchange.Lookups;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Section;
import io.linernotes.json.AnalysisFormat;
import io.linernotes.json.SingleRecordFormat;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The routes that enrich tracks: one of Spotify's, or those that the client describes. */
public final class TrackRoutes {

  private final TrackAnalyzer tracks;
  private final LongPoll longPoll;
  private final InstantSource clock;

  /** Routes over that analyzer. */
  public TrackRoutes(TrackAnalyzer tracks, LongPoll longPoll, InstantSource clock) {
    this.tracks = tracks;
    this.longPoll = longPoll;
    this.clock = clock;
  }

  /** {@code GET /v1/tracks/{track_id}?include}. */
  public Answer track(Request request, Instant latest) {
    SpotifyId id = request.spotifyId("track_id");
    Set<Section> sections = request.include();
    RequestContext context = request.context();
    TrackAnswer found =
        longPoll.await(
            () -> tracks.analyze(id, sections, context, clock.instant()),
            TrackAnswer::onItsWay,
            request,
            latest);
    return answer(found, id).preferenceApplied(request);
  }

  private static Answer answer(TrackAnswer found, SpotifyId id) {
    return switch (found) {
      case TrackAnswer.Analyzed(Analysis analysis, Status track) ->
          Analyses.answer(analysis, SingleRecordFormat::track)
              .with(Lookups.of(analysis).and(EnrichmentKeys.TRACK, track));
      case TrackAnswer.NotHereYet(@Nullable Duration refusedFor) ->
          Analyses.notHereYet(refused -> SingleRecordFormat.pending("track", refused), refusedFor)
              .with(Lookups.absent(EnrichmentKeys.TRACK, refusedFor));
      case TrackAnswer.Unknown() ->
          Answer.of(Problem.notFound("track_id", "Spotify has no track " + id + ": check the id."))
              .with(Lookups.of(EnrichmentKeys.TRACK, Status.MISS));
    };
  }

  /** {@code POST /v1/tracks/enrichment}. */
  public Answer enrichment(Request request, Instant latest) {
    EnrichmentRequest wanted = EnrichmentRequest.parse(request.body());
    RequestContext context = request.context();
    Analysis analysis =
        longPoll.await(
            () -> tracks.analyze(wanted.tracks(), wanted.sections(), context, clock.instant()),
            Analysis::onItsWay,
            request,
            latest);
    return Analyses.answer(analysis, AnalysisFormat::text)
        .with(Lookups.of(analysis))
        .preferenceApplied(request);
  }
}
