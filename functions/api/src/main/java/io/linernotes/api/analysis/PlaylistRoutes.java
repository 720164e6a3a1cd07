package io.linernotes.api.analysis;

import io.linernotes.analysis.Analysis;
import io.linernotes.analysis.PlaylistAnalyzer;
import io.linernotes.analysis.PlaylistAnswer;
import io.linernotes.analysis.PlaylistRequest;
import io.linernotes.api.exchange.Answer;
import io.linernotes.api.exchange.LongPoll;
import io.linernotes.api.exchange.Lookups;
import io.linernotes.api.exchange.Problem;
import io.linernotes.api.exchange.Request;
import io.linernotes.api.format.Representation;
import io.linernotes.api.session.Sessions;
import io.linernotes.demand.Demand;
import io.linernotes.enrichment.Section;
import io.linernotes.json.SingleRecordFormat;
import io.linernotes.planning.RequestContext;
import io.linernotes.planning.SectionState.Status;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.track.SpotifyId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes that show a playlist's tracks, with sections or without. */
public final class PlaylistRoutes {

  private static final int MOST_SHOWN = 500;
  private static final int SHOWN = 100;

  /** Spotify limits playlists to 10,000 entries, but some old ones have a few more. */
  private static final int LARGEST_OFFSET = 20_000;

  private final PlaylistAnalyzer playlists;
  private final Sessions sessions;
  private final Demand demand;
  private final LongPoll longPoll;
  private final InstantSource clock;

  /** Routes that answer on behalf of the user whom {@code sessions} finds. */
  public PlaylistRoutes(
      PlaylistAnalyzer playlists,
      Sessions sessions,
      Demand demand,
      LongPoll longPoll,
      InstantSource clock) {
    this.playlists = playlists;
    this.sessions = sessions;
    this.demand = demand;
    this.longPoll = longPoll;
    this.clock = clock;
  }

  /**
   * {@code GET /v1/playlists/{playlist_id}/analysis?include&offset&limit&view}, and its suffixes.
   */
  public Answer analysis(Request request, Instant latest) {
    Representation representation = Representation.of(request, "analysis");
    PlaylistRequest wanted = wanted(request, request.include());
    PlaylistAnswer found = find(request, wanted, latest);
    if (found instanceof PlaylistAnswer.Analyzed && !request.hasSession()) {
      demand.asked(wanted.playlist(), clock.instant());
    }
    Answer answer =
        answer(
            found,
            wanted.playlist(),
            representation::text,
            refusedFor -> representation.pending(wanted.sections(), refusedFor));
    return representation.of(answer).preferenceApplied(request);
  }

  /** {@code GET /v1/playlists/{playlist_id}/tracks?offset&limit}. */
  public Answer entries(Request request, Instant latest) {
    PlaylistRequest wanted = wanted(request, Set.of());
    return answer(
            find(request, wanted, latest),
            wanted.playlist(),
            SingleRecordFormat::entries,
            refusedFor -> SingleRecordFormat.pending("playlist", refusedFor))
        .preferenceApplied(request);
  }

  /** {@code POST /v1/playlists/{playlist_id}/order?offset&limit}. */
  public Answer order(Request request, Instant latest) {
    WantedOrder order = WantedOrder.parse(request.bodyOrEmpty());
    PlaylistRequest wanted = wanted(request, WantedOrder.SECTIONS, MOST_SHOWN);
    return answer(
            find(request, wanted, latest),
            wanted.playlist(),
            order::of,
            refusedFor -> SingleRecordFormat.pending("order", refusedFor))
        .preferenceApplied(request);
  }

  private static PlaylistRequest wanted(Request request, Set<Section> sections) {
    return wanted(request, sections, SHOWN);
  }

  private static PlaylistRequest wanted(Request request, Set<Section> sections, int shown) {
    return new PlaylistRequest(
        request.spotifyId("playlist_id"),
        sections,
        request.number("offset", 0, 0, LARGEST_OFFSET),
        request.number("limit", shown, 1, MOST_SHOWN));
  }

  private PlaylistAnswer find(Request request, PlaylistRequest wanted, Instant latest) {
    RequestContext context = request.context(wanted.playlist());
    return longPoll.await(
        // The session is looked up each time: it may end during the wait.
        () -> playlists.analyze(wanted.as(sessions.viewer(request)), context, clock.instant()),
        PlaylistAnswer::onItsWay,
        request,
        latest);
  }

  /** The answer for each outcome of a playlist request. */
  static Answer answer(
      PlaylistAnswer found,
      SpotifyId playlist,
      Function<Analysis, String> format,
      Function<@Nullable Duration, String> notHereYet) {
    return switch (found) {
      case PlaylistAnswer.Analyzed(Analysis analysis) ->
          Analyses.answer(analysis, format).with(Lookups.of(analysis));
      case PlaylistAnswer.NotHereYet(@Nullable Duration refusedFor) ->
          Analyses.notHereYet(notHereYet, refusedFor)
              .with(Lookups.absent(PlaylistKeys.PLAYLIST, refusedFor));
      case PlaylistAnswer.Unknown() ->
          Answer.of(unknown(playlist)).with(Lookups.of(PlaylistKeys.PLAYLIST, Status.MISS));
      case PlaylistAnswer.Forbidden() ->
          Answer.of(forbidden(playlist)).with(Lookups.of(PlaylistKeys.PLAYLIST, Status.HIT));
    };
  }

  /** The problem for a playlist that Spotify does not show. */
  public static Problem unknown(SpotifyId playlist) {
    return Problem.notFound(
        "playlist_id",
        "Spotify shows no playlist "
            + playlist
            + ": check the id. If the playlist is not public, its owner must sign in at"
            + " /v1/auth/spotify and send the session as x-session.");
  }

  /** The problem for a playlist whose contents Spotify does not show. */
  public static Problem forbidden(SpotifyId playlist) {
    return Problem.forbidden(
        "playlist_id",
        "Spotify shows the contents of playlist "
            + playlist
            + " only to its owner and collaborators: sign in as one of them at /v1/auth/spotify"
            + " and send the session as x-session.");
  }
}
