package io.linernotes.api.analysis;

import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.TrackAnalyzer;
import io.linernotes.analysis.TrackAnswer;
import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.LongPoll;
import io.linernotes.api.exchange.Lookups;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
import io.linernotes.api.exchange.TextArrays;
import io.linernotes.api.format.Representation;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Section;
import io.linernotes.json.Json;
import io.linernotes.json.OrderFormat;
import io.linernotes.json.SingleRecordFormat;
import io.linernotes.mixing.SetTrack;
import io.linernotes.mixing.Transition;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.track.ClaimedTrack;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routes that enrich tracks: a Spotify track, or tracks that the client describes. */
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

  /** {@code POST /v1/tracks/order}. */
  public Answer order(Request request, Instant latest) {
    Json body = request.body();
    WantedOrder order = WantedOrder.parse(body);
    List<ClaimedTrack> wanted = EnrichmentRequest.parse(body).tracks();
    return mixed(request, wanted, order::of, latest);
  }

  /** {@code GET /v1/transitions?from&to}. */
  public Answer transition(Request request, Instant latest) {
    List<ClaimedTrack> both =
        Stream.of("from", "to")
            .map(end -> TextArrays.spotifyId(request.query(end).orElse(null), end))
            .map(id -> new ClaimedTrack(id, null))
            .toList();
    return mixed(
        request,
        both,
        analysis -> {
          SetTrack from = WantedOrder.track(analysis.tracks().getFirst());
          SetTrack to = WantedOrder.track(analysis.tracks().getLast());
          return OrderFormat.transition(analysis, Transition.between(from, to));
        },
        latest);
  }

  private Answer mixed(
      Request request,
      List<ClaimedTrack> wanted,
      Function<Analysis, String> format,
      Instant latest) {
    Analysis analysis = find(request, wanted, WantedOrder.SECTIONS, latest);
    return Analyses.answer(analysis, format).with(Lookups.of(analysis)).preferenceApplied(request);
  }

  private Analysis find(
      Request request, List<ClaimedTrack> wanted, Set<Section> sections, Instant latest) {
    RequestContext context = request.context();
    return longPoll.await(
        () -> tracks.analyze(wanted, sections, context, clock.instant()),
        Analysis::onItsWay,
        request,
        latest);
  }

  /** {@code POST /v1/tracks/enrichment}, and its suffixes. */
  public Answer enrichment(Request request, Instant latest) {
    Representation representation = Representation.of(request, "enrichment");
    EnrichmentRequest wanted = EnrichmentRequest.of(request);
    Analysis analysis = find(request, wanted.tracks(), wanted.sections(), latest);
    Answer answer = Analyses.answer(analysis, representation::text).with(Lookups.of(analysis));
    return representation.of(answer).preferenceApplied(request);
  }
}
