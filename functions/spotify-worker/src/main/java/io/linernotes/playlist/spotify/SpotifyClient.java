package io.linernotes.playlist.spotify;

import io.linernotes.catalogue.RecommendationSeeds;
import io.linernotes.catalogue.SearchQuery;
import io.linernotes.catalogue.SpotifyArtist;
import io.linernotes.catalogue.TrackList;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.HttpReply;
import io.linernotes.http.ProviderHttp;
import io.linernotes.http.UrlEncoding;
import io.linernotes.json.Json;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.session.Profile;
import io.linernotes.session.spotify.ProfileReply;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import io.linernotes.worker.BatchResult;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Spotify's Web API (https://developer.spotify.com/documentation/web-api) with the token of the
 * application or of a signed-in user. No method throws. What the application may do depends on its
 * quota mode; unless that is configured, each instance finds it out by one refused call.
 */
public final class SpotifyClient {

  private final ProviderHttp http;
  private final String base;
  private final Authority authority;
  private final SpotifyCapabilities capabilities;
  private final PlaylistContents contents;

  /**
   * @param base {@code https://api.spotify.com/v1}, with or without a trailing slash
   */
  public SpotifyClient(ProviderHttp http, URI base, SpotifyAccounts accounts, SpotifyMode mode) {
    this(http, base.toString().replaceFirst("/+$", ""), accounts, new SpotifyCapabilities(mode));
  }

  private SpotifyClient(
      ProviderHttp http, String base, Authority authority, SpotifyCapabilities capabilities) {
    this.http = http;
    this.base = base;
    this.authority = authority;
    this.capabilities = capabilities;
    this.contents = new PlaylistContents(this, capabilities);
  }

  /** The same client with another authority; both share the capabilities. */
  SpotifyClient as(Authority other) {
    return new SpotifyClient(http, base, other, capabilities);
  }

  /** What Spotify allows to this application. */
  SpotifyCapabilities capabilities() {
    return capabilities;
  }

  /** {@code GET /me}, for a signed-in user. */
  Outcome<Profile> profile() {
    return get("profile", "/me")
        .then(
            body ->
                ProfileReply.profile(body)
                    .<Outcome<Profile>>map(Outcome.Found::new)
                    .orElseGet(() -> SpotifySignals.nonsense("profile: a reply without a user")));
  }

  /**
   * {@code GET /playlists/{id}}, which carries the first page. If it carries metadata alone, one or
   * two more calls find out whether the contents can be read.
   */
  public Outcome<FetchedPlaylist> playlist(SpotifyId id) {
    return orForbidden(id, get("playlist", "/playlists/" + id).then(body -> whole(id, body)));
  }

  /**
   * Revalidates a cached playlist by one small call that compares {@code snapshot_id}. If it has
   * not changed, the cached playlist is the answer, else {@link #playlist} fetches it.
   */
  public Outcome<FetchedPlaylist> revalidated(FetchedPlaylist known) {
    SpotifyId id = known.playlist().id();
    return orForbidden(id, version(id).then(body -> revalidated(known, body)));
  }

  private Outcome<FetchedPlaylist> revalidated(FetchedPlaylist known, Json body) {
    SpotifyId id = known.playlist().id();
    if (PlaylistReply.isWhole(body)) {
      return whole(id, body); // the filter was ignored
    }
    return PlaylistReply.isSameVersion(body, known.playlist())
        ? new Outcome.Found<>(PlaylistReply.renewed(known, body))
        : playlist(id);
  }

  /** Turns a refused playlist into one whose contents are forbidden. */
  private static Outcome<FetchedPlaylist> orForbidden(
      SpotifyId id, Outcome<FetchedPlaylist> outcome) {
    return outcome instanceof Outcome.Unsupported
        ? new Outcome.Found<>(PlaylistReply.forbidden(id))
        : outcome;
  }

  private Outcome<FetchedPlaylist> whole(SpotifyId id, Json body) {
    return PlaylistReply.known(id, body).then(known -> contents.of(id, known));
  }

  /**
   * {@code limit} entries of a playlist from {@code offset} on, in as many calls as Spotify needs;
   * fewer if the playlist ends. Missing if there is no such playlist, unsupported if this
   * application may not read its contents.
   */
  public Outcome<List<PlaylistEntry>> page(SpotifyId id, int offset, int limit) {
    return contents.page(id, offset, limit);
  }

  /** Like {@link #page}, but missing unless Spotify says afterwards that the playlist is public. */
  public Outcome<List<PlaylistEntry>> publicPage(SpotifyId id, int offset, int limit) {
    return page(id, offset, limit)
        .then(
            entries ->
                version(id)
                    .then(
                        body ->
                            PlaylistReply.isPublic(body)
                                ? new Outcome.Found<>(entries)
                                : new Outcome.Missing<>()));
  }

  private Outcome<Json> version(SpotifyId id) {
    return get("playlist version", "/playlists/" + id + "?fields=" + PlaylistReply.VERSION);
  }

  /**
   * {@code GET /tracks?ids=}, or {@code GET /tracks/{id}} for each id if batches are refused or
   * there is one id.
   */
  public BatchResult<SpotifyId, Track> tracks(List<SpotifyId> ids) {
    if (ids.size() == 1 || !capabilities.mayAskInBatches()) {
      return oneByOne(ids);
    }
    BatchResult<SpotifyId, Track> answers = BatchResult.inBatches(ids, 50, this::trackBatch);
    if (answers.failure() instanceof Outcome.Unsupported) {
      capabilities.refusedBatches();
      return answers.completedBy(oneByOne(answers.open(ids)));
    }
    return answers;
  }

  /** {@code GET /audio-features?ids=}; unsupported for most applications. */
  public BatchResult<SpotifyId, AudioFeatures> audioFeatures(List<SpotifyId> ids) {
    return capabilities.mayHaveExtendedFeatures()
        ? BatchResult.inBatches(ids, 100, this::audioFeaturesBatch)
        : BatchResult.until(Map.of(), Set.of(), new Outcome.Unsupported<>("audio features"));
  }

  /**
   * {@code GET /artists?ids=}; unsupported in development mode, where each artist would cost a call
   * and has no genres.
   */
  public BatchResult<SpotifyId, SpotifyArtist> artists(List<SpotifyId> ids) {
    return capabilities.mayHaveExtendedFeatures()
        ? BatchResult.inBatches(ids, 50, this::artistBatch)
        : BatchResult.until(Map.of(), Set.of(), new Outcome.Unsupported<>("artists"));
  }

  /** {@code GET /search} for tracks; missing if there is no hit. */
  public Outcome<TrackList> search(SearchQuery query) {
    String words = UrlEncoding.encoded(query.words());
    // A lookup may find nothing, but a 404 for a search means that no search was made.
    return get("search", "/search?type=track&limit=" + query.limit() + "&q=" + words)
        .orIfMissing(() -> SpotifySignals.nonsense("search: not found"))
        .then(
            body ->
                CatalogueReply.tracks(
                    "search", body.at("tracks", "items"), body.wholeNumber("tracks", "total")));
  }

  /** {@code GET /recommendations}; unsupported for most applications, missing if there are none. */
  public Outcome<TrackList> recommendations(RecommendationSeeds seeds) {
    String name = "recommendations";
    if (!capabilities.mayHaveExtendedFeatures()) {
      return new Outcome.Unsupported<>(name);
    }
    String query = "?seed_tracks=" + joined(seeds.tracks()) + "&limit=" + seeds.limit();
    return getFeature(name, "/recommendations" + query)
        .then(body -> CatalogueReply.tracks(name, body.at("tracks"), null));
  }

  private Outcome<BatchResult<SpotifyId, SpotifyArtist>> artistBatch(List<SpotifyId> ids) {
    return getBatch("artists", "/artists", ids).then(body -> CatalogueReply.artists(body, ids));
  }

  private Outcome<BatchResult<SpotifyId, AudioFeatures>> audioFeaturesBatch(List<SpotifyId> ids) {
    return getBatch("audio features", "/audio-features", ids)
        .then(body -> AudioFeaturesReply.features(body, ids));
  }

  private Outcome<BatchResult<SpotifyId, Track>> trackBatch(List<SpotifyId> ids) {
    return getBatch("tracks", "/tracks", ids).then(body -> TrackReply.tracks(body, ids));
  }

  private BatchResult<SpotifyId, Track> oneByOne(List<SpotifyId> ids) {
    Map<SpotifyId, Track> found = new LinkedHashMap<>();
    Set<SpotifyId> missing = new LinkedHashSet<>();
    for (SpotifyId id : ids) {
      switch (get("track", "/tracks/" + id).then(body -> TrackReply.track(body, id))) {
        case Outcome.Found<Track>(Track track) -> found.put(id, track);
        case Outcome.Missing<Track> _ -> missing.add(id);
        case Outcome.Unsupported<Track> refused -> {
          return BatchResult.until(
              found, missing, new Outcome.Unavailable<>(refused.cause() + ": refused", null));
        }
        case Outcome.Failure<Track> failure -> {
          return BatchResult.until(found, missing, failure);
        }
      }
    }
    return BatchResult.complete(found, missing);
  }

  private Outcome<Json> getBatch(String name, String path, List<SpotifyId> ids) {
    return getFeature(name, path + "?ids=" + joined(ids));
  }

  private static String joined(List<SpotifyId> ids) {
    return ids.stream().map(SpotifyId::value).collect(Collectors.joining(","));
  }

  /** A call without a single id: a 404 means that Spotify no longer has this kind of call. */
  private Outcome<Json> getFeature(String name, String path) {
    return send(name, path)
        .then(
            reply ->
                SpotifySignals.read(name, reply)
                    .orIfMissing(
                        () ->
                            reply.status() == 404
                                ? new Outcome.Unsupported<>(name)
                                : new Outcome.Missing<>()));
  }

  /** The JSON under the path, which may have a query. */
  Outcome<Json> get(String name, String path) {
    return send(name, path).then(reply -> SpotifySignals.read(name, reply));
  }

  /** Sends the call; if Spotify refuses the token, sends it once more with another token. */
  private Outcome<HttpReply> send(String name, String path) {
    HttpCall call = HttpCall.get(name, URI.create(base + path));
    return authority
        .token()
        .then(
            token ->
                send(call, token)
                    .then(
                        reply ->
                            reply.status() == 401
                                ? authority.tokenInsteadOf(token).then(fresh -> again(call, fresh))
                                : new Outcome.Found<>(reply)));
  }

  private Outcome<HttpReply> again(HttpCall call, String fresh) {
    return send(call, fresh)
        .then(
            reply -> {
              if (reply.status() == 401) {
                authority.refusedAgain(fresh);
              }
              return new Outcome.Found<>(reply);
            });
  }

  private Outcome<HttpReply> send(HttpCall call, String token) {
    return http.send(call.with("Authorization", "Bearer " + token));
  }
}
