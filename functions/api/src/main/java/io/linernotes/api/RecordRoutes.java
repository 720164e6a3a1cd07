package io.linernotes.api;

import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.PlaylistAnalyzer;
import io.linernotes.analysis.PlaylistAnswer;
import io.linernotes.analysis.PlaylistRequest;
import io.linernotes.analysis.TrackAnalyzer;
import io.linernotes.analysis.TrackAnswer;
import io.linernotes.cache.CacheKey;
import io.linernotes.cache.Kind;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.RecommendationSeeds;
import io.linernotes.catalogue.SearchQuery;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.json.SingleRecordFormat;
import io.linernotes.planning.RecordLookup;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.SectionState;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.session.Profile;
import io.linernotes.session.Session;
import io.linernotes.task.Task;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes of single records: what is here at once, else 202 until it is. */
final class RecordRoutes {

  private static final int HITS = 5;
  private static final int RECOMMENDATIONS = 20;
  private static final int LONGEST_NAME = 250;
  private static final String REFUSED =
      "Spotify gives recommendations to applications in extended quota mode alone.";

  private final RecordLookup records;
  private final PlaylistAnalyzer playlists;
  private final TrackAnalyzer tracks;
  private final SessionRoutes sessions;
  private final Routes.Patience patience;
  private final InstantSource clock;

  RecordRoutes(
      RecordLookup records,
      PlaylistAnalyzer playlists,
      TrackAnalyzer tracks,
      SessionRoutes sessions,
      Routes.Patience patience,
      InstantSource clock) {
    this.records = records;
    this.playlists = playlists;
    this.tracks = tracks;
    this.sessions = sessions;
    this.patience = patience;
    this.clock = clock;
  }

  /** {@code GET /v1/search?q&limit}. */
  Answer search(Request request, Instant latest) {
    SearchQuery query =
        new SearchQuery(
            request.text("q", SearchQuery.LONGEST),
            request.number("limit", HITS, 1, SearchQuery.MOST));
    return answer(
        request,
        latest,
        CatalogueKeys.search(query),
        new Task.FetchSearch(query),
        state -> SingleRecordFormat.results(state, null, clock.instant()),
        null);
  }

  /** {@code GET /v1/recommendations?seed_tracks&limit}. */
  Answer recommendations(Request request, Instant latest) {
    RecommendationSeeds seeds =
        new RecommendationSeeds(
            seeds(request),
            request.number("limit", RECOMMENDATIONS, 1, RecommendationSeeds.MOST_ANSWERS));
    return answer(
        request,
        latest,
        CatalogueKeys.recommendations(seeds),
        new Task.FetchRecommendations(seeds),
        state ->
            SingleRecordFormat.results(
                state, state.status() == Status.UNSUPPORTED ? REFUSED : null, clock.instant()),
        null);
  }

  private static List<SpotifyId> seeds(Request request) {
    List<SpotifyId> seeds = new ArrayList<>();
    for (String text : request.text("seed_tracks", 200).split(",", -1)) {
      seeds.add(SpotifyId.parse(text.strip()).orElseThrow(RecordRoutes::noSeeds));
    }
    if (Set.copyOf(seeds).size() > RecommendationSeeds.MOST) {
      throw noSeeds();
    }
    return seeds;
  }

  private static BadRequestException noSeeds() {
    return BadRequestException.of(
        "seed_tracks",
        "seed_tracks is 1 to "
            + RecommendationSeeds.MOST
            + " Spotify ids of tracks, separated by commas.");
  }

  /** {@code GET /v1/artists/{name+}}. */
  Answer artist(Request request, Instant latest) {
    String name = request.path("name", LONGEST_NAME);
    return answer(
        request,
        latest,
        EnrichmentKeys.artist(name),
        new Task.FetchLastfmArtist(name),
        state -> SingleRecordFormat.artist(name, state, clock.instant()),
        Problem.notFound("name", "Last.fm knows no artist of that name: check the spelling."));
  }

  /** {@code GET /v1/playlists/{playlist_id}}. */
  Answer playlist(Request request, Instant latest) {
    SpotifyId id = request.spotifyId("playlist_id");
    return answer(
        request,
        latest,
        PlaylistKeys.PLAYLIST,
        requestContext ->
            playlists.find(id, sessions.viewer(request), requestContext, clock.instant()),
        state -> SingleRecordFormat.playlist(state, clock.instant()),
        Routes.unknownPlaylist(id));
  }

  /** {@code GET /v1/me}. */
  Answer profile(Request request, Instant latest) {
    return answer(
        request,
        latest,
        Profile.KIND,
        requestContext -> {
          Session session = sessions.open(request);
          String user = session.account().userId();
          return records.find(
              Profile.key(session.account().scope(), user),
              new Task.FetchProfile(session.viewer(), user),
              requestContext,
              clock.instant());
        },
        state -> SingleRecordFormat.profile(state, clock.instant()),
        Problem.notFound("x-session", "Spotify tells no profile of this user."));
  }

  /** {@code GET /v1/playlists/{playlist_id}/tracks?offset&limit}. */
  Answer entries(Request request, PlaylistRequest wanted, Instant latest) {
    RequestContext requestContext = Routes.requestContext(request, wanted.playlist());
    PlaylistAnswer answer =
        patience.await(
            () ->
                playlists.analyze(
                    wanted.as(sessions.viewer(request)), requestContext, clock.instant()),
            Routes::canWait,
            request.patience(),
            latest);
    Answer shown =
        switch (answer) {
          case PlaylistAnswer.Analyzed(Analysis analysis) ->
              analyzed(SingleRecordFormat.entries(analysis), analysis);
          case PlaylistAnswer.NotHereYet(@Nullable Duration refusedFor) ->
              notHereYet("playlist", refusedFor);
          case PlaylistAnswer.Unknown() -> Answer.of(Routes.unknownPlaylist(wanted.playlist()));
          case PlaylistAnswer.Forbidden() -> Answer.of(Routes.forbidden(wanted.playlist()));
        };
    return Routes.preferenceApplied(request, shown.with(Lookups.of(answer)));
  }

  /** {@code GET /v1/tracks/{track_id}?include}. */
  Answer track(Request request, Instant latest) {
    SpotifyId id = request.spotifyId("track_id");
    var sections = request.include();
    RequestContext requestContext =
        new RequestContext(request.correlationId(), request.correlationId());
    TrackAnswer answer =
        patience.await(
            () -> tracks.analyze(id, sections, requestContext, clock.instant()),
            RecordRoutes::canWait,
            request.patience(),
            latest);
    Answer shown =
        switch (answer) {
          case TrackAnswer.Analyzed(Analysis analysis, _) ->
              analyzed(SingleRecordFormat.track(analysis), analysis);
          case TrackAnswer.NotHereYet(@Nullable Duration refusedFor) ->
              notHereYet("track", refusedFor);
          case TrackAnswer.Unknown() ->
              Answer.of(
                  Problem.notFound("track_id", "Spotify has no track " + id + ": check the id."));
        };
    return Routes.preferenceApplied(request, shown.with(Lookups.of(answer)));
  }

  private static boolean canWait(TrackAnswer answer) {
    return switch (answer) {
      case TrackAnswer.Analyzed(Analysis analysis, _) -> analysis.onItsWay();
      case TrackAnswer.NotHereYet(@Nullable Duration refusedFor) -> refusedFor == null;
      case TrackAnswer.Unknown() -> false;
    };
  }

  private static Answer notHereYet(String field, @Nullable Duration refusedFor) {
    return answered(SingleRecordFormat.pending(field, refusedFor), refusedFor == null, refusedFor);
  }

  private static Answer analyzed(String body, Analysis analysis) {
    return answered(body, analysis.onItsWay(), analysis.refusedFor());
  }

  private <T> Answer answer(
      Request request,
      Instant latest,
      CacheKey<T> key,
      Task task,
      Function<SectionState<T>, String> format,
      @Nullable Problem missing) {
    return answer(
        request,
        latest,
        key.kind(),
        requestContext -> records.find(key, task, requestContext, clock.instant()),
        format,
        missing);
  }

  /**
   * One record's answer.
   *
   * @param asking done again each time: who waits may have been signed out meanwhile
   * @param missing what a definitive miss is; null where nothing found is an answer, too
   */
  private <T> Answer answer(
      Request request,
      Instant latest,
      Kind<T> kind,
      Function<RequestContext, SectionState<T>> asking,
      Function<SectionState<T>, String> format,
      @Nullable Problem missing) {
    RequestContext requestContext =
        new RequestContext(request.correlationId(), request.correlationId());
    SectionState<T> state =
        patience.await(
            () -> asking.apply(requestContext), SectionState::onItsWay, request.patience(), latest);
    Answer answer =
        state.status() == Status.MISS && missing != null
            ? Answer.of(missing)
            : answered(format.apply(state), state.onItsWay(), state.retryAfter());
    return Routes.preferenceApplied(request, answer.with(Lookups.of(kind, state.status())));
  }

  private static Answer answered(String body, boolean onItsWay, @Nullable Duration refusedFor) {
    if (onItsWay) {
      return Answer.json(202, body).with("Retry-After", "1");
    }
    return refusedFor == null
        ? Answer.json(200, body)
        : Answer.json(200, body).with("Retry-After", Routes.seconds(refusedFor));
  }
}
