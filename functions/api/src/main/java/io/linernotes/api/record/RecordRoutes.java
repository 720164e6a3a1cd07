package io.linernotes.api.record;

import io.linernotes.analysis.PlaylistAnalyzer;
import io.linernotes.api.analysis.PlaylistRoutes;
import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.api.exchange.LongPoll;
import io.linernotes.api.exchange.Lookups;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
import io.linernotes.api.session.Sessions;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes of single records. */
public final class RecordRoutes {

  private static final int HITS = 5;
  private static final int RECOMMENDATIONS = 20;
  private static final int LONGEST_NAME = 250;
  private static final String REFUSED =
      "Spotify gives recommendations only to applications in extended quota mode.";

  private final RecordLookup records;
  private final PlaylistAnalyzer playlists;
  private final Sessions sessions;
  private final LongPoll longPoll;
  private final InstantSource clock;

  /** Routes that answer on behalf of the user whom {@code sessions} finds. */
  public RecordRoutes(
      RecordLookup records,
      PlaylistAnalyzer playlists,
      Sessions sessions,
      LongPoll longPoll,
      InstantSource clock) {
    this.records = records;
    this.playlists = playlists;
    this.sessions = sessions;
    this.longPoll = longPoll;
    this.clock = clock;
  }

  /** {@code GET /v1/search?q&limit}. */
  public Answer search(Request request, Instant latest) {
    SearchQuery query =
        new SearchQuery(
            request.text("q", SearchQuery.LONGEST),
            request.number("limit", HITS, 1, SearchQuery.MOST));
    return answer(
        request,
        latest,
        CatalogueKeys.search(query),
        new Task.FetchSearch(query),
        state -> SingleRecordFormat.results(state, null),
        null);
  }

  /** {@code GET /v1/recommendations?seed_tracks&limit}. */
  public Answer recommendations(Request request, Instant latest) {
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
                state, state.status() == Status.UNSUPPORTED ? REFUSED : null),
        null);
  }

  private static List<SpotifyId> seeds(Request request) {
    List<SpotifyId> seeds = new ArrayList<>();
    for (String text : request.text("seed_tracks", 200).split(",", -1)) {
      seeds.add(SpotifyId.parse(text).orElseThrow(RecordRoutes::badSeeds));
    }
    if (seeds.size() > RecommendationSeeds.MOST) {
      throw badSeeds();
    }
    return seeds;
  }

  private static BadRequestException badSeeds() {
    return BadRequestException.of(
        "seed_tracks",
        "seed_tracks must be 1 to "
            + RecommendationSeeds.MOST
            + " Spotify ids of tracks, separated by commas.");
  }

  /** {@code GET /v1/artists/{name+}}. */
  public Answer artist(Request request, Instant latest) {
    String name = request.path("name", LONGEST_NAME);
    return answer(
        request,
        latest,
        EnrichmentKeys.artist(name),
        new Task.FetchLastfmArtist(name),
        state -> SingleRecordFormat.artist(name, state),
        Problem.notFound("name", "Last.fm has no artist of that name: check the spelling."));
  }

  /** {@code GET /v1/playlists/{playlist_id}}. */
  public Answer playlist(Request request, Instant latest) {
    SpotifyId id = request.spotifyId("playlist_id");
    return answer(
        request,
        latest,
        PlaylistKeys.PLAYLIST,
        context -> playlists.find(id, sessions.viewer(request), context, clock.instant()),
        SingleRecordFormat::playlist,
        PlaylistRoutes.unknown(id));
  }

  /** {@code GET /v1/me}. */
  public Answer profile(Request request, Instant latest) {
    return answer(
        request,
        latest,
        Profile.KIND,
        context -> {
          Session session = sessions.open(request);
          String user = session.account().userId();
          return records.find(
              Profile.key(session.account().scope(), user),
              new Task.FetchProfile(session.viewer(), user),
              context,
              clock.instant());
        },
        SingleRecordFormat::profile,
        Problem.notFound("x-session", "Spotify has no profile of this user."));
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
        context -> records.find(key, task, context, clock.instant()),
        format,
        missing);
  }

  /**
   * One record's answer.
   *
   * @param read reads the record; repeated during a long poll, with the session, which may end
   *     meanwhile
   * @param missing the answer to a definitive miss; null where an empty result is an answer
   */
  private <T> Answer answer(
      Request request,
      Instant latest,
      Kind<T> kind,
      Function<RequestContext, SectionState<T>> read,
      Function<SectionState<T>, String> format,
      @Nullable Problem missing) {
    RequestContext context = request.context();
    SectionState<T> state =
        longPoll.await(() -> read.apply(context), SectionState::onItsWay, request, latest);
    return answer(state, format, missing, clock.instant())
        .with(Lookups.of(kind, state.status()))
        .preferenceApplied(request);
  }

  private static <T> Answer answer(
      SectionState<T> state,
      Function<SectionState<T>, String> format,
      @Nullable Problem missing,
      Instant now) {
    if (state.status() == Status.MISS && missing != null) {
      return Answer.of(missing);
    }
    String body = format.apply(state);
    Answer answer =
        state.onItsWay()
            ? Answer.pending(body, Duration.ZERO)
            : Answer.settled(body, state.retryAfter());
    Instant fetchedAt = state.fetchedAt();
    return fetchedAt == null ? answer : answer.age(fetchedAt, now);
  }
}
