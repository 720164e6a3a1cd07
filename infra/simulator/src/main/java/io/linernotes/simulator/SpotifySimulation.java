package io.linernotes.simulator;

import static io.linernotes.simulator.SpotifyMode.DEVELOPMENT;

import io.linernotes.simulator.SpotifyTokens.AccessToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Spotify's Web API. */
final class SpotifySimulation implements Simulation {
  private static final int TRACK_PAGE = 100;
  private static final int ITEM_PAGE = 50;

  private final Catalogue catalogue;
  private final Artists artists;
  private final Playlists playlists;
  private final SpotifyTokens tokens;
  private final SpotifyMode mode;
  private final SpotifyJson json;
  private final SpotifyPlaylistPages pages;
  private final SpotifySearch search;
  private final String apiUrl;
  private final Routes routes;

  SpotifySimulation(
      Catalogue catalogue,
      Playlists playlists,
      SpotifyTokens tokens,
      String apiUrl,
      SimulatorOptions options) {
    this.catalogue = catalogue;
    this.artists = new Artists(catalogue);
    this.playlists = playlists;
    this.tokens = tokens;
    this.mode = options.spotifyMode();
    this.json = new SpotifyJson(apiUrl, mode);
    this.pages = new SpotifyPlaylistPages(apiUrl, json, options.playlistShape());
    this.search = new SpotifySearch(catalogue);
    this.apiUrl = apiUrl;
    this.routes = routes();
  }

  @Override
  public Call route(Request request) {
    Call call = routes.route(request);
    return new Call(call.endpoint(), () -> unauthorized(request).orElseGet(call.reply()));
  }

  private Routes routes() {
    return new Routes(request -> SpotifyReplies.error(404, "Service not found"))
        .add("GET /playlists/{id}", this::playlist)
        .add("GET /playlists/{id}/tracks", this::playlistTracks)
        .add("GET /playlists/{id}/items", this::playlistItems)
        .add("GET /tracks", extendedOnly(request -> batch(request, "tracks", 50, this::trackOf)))
        .add("GET /tracks/{id}", this::track)
        .add("GET /artists", extendedOnly(request -> batch(request, "artists", 50, this::artistOf)))
        .add("GET /artists/{id}", (request, id) -> found(id, this::artistOf))
        .add("GET /audio-features", this::severalAudioFeatures)
        .add("GET /audio-features/{id}", (request, id) -> audioFeatures(id))
        .add("GET /search", this::search)
        .add("GET /recommendations", this::recommendations)
        .add("GET /me", this::me)
        .add("GET /users/{id}", extendedOnly(this::user));
  }

  private Reply playlist(Request request, String id) {
    Optional<Playlist> playlist = visible(request, id);
    if (playlist.isEmpty()) {
      return SpotifyReplies.notFound();
    }
    boolean withContents = mode == SpotifyMode.EXTENDED || owns(request, playlist.get());
    return filtered(
        request,
        pages.playlist(playlist.get(), withContents, mode == DEVELOPMENT ? ITEM_PAGE : TRACK_PAGE));
  }

  private Reply playlistTracks(Request request, String id) {
    return mode == DEVELOPMENT
        ? SpotifyReplies.forbidden()
        : page(request, id, "tracks", TRACK_PAGE, TRACK_PAGE);
  }

  private Reply playlistItems(Request request, String id) {
    return page(request, id, "items", 20, ITEM_PAGE);
  }

  private Reply page(Request request, String id, String path, int fallback, int most) {
    Optional<Playlist> playlist = visible(request, id);
    if (playlist.isEmpty()) {
      return SpotifyReplies.notFound();
    }
    if (mode == DEVELOPMENT && !owns(request, playlist.get())) {
      return SpotifyReplies.forbidden();
    }
    Optional<Integer> limit = request.number("limit", fallback).filter(n -> n >= 1 && n <= most);
    Optional<Integer> offset = request.number("offset", 0).filter(n -> n >= 0);
    if (limit.isEmpty()) {
      return SpotifyReplies.error(400, "Invalid limit");
    }
    if (offset.isEmpty()) {
      return SpotifyReplies.error(400, "Invalid offset");
    }
    return filtered(request, pages.page(playlist.get(), path, offset.get(), limit.get()));
  }

  private Reply track(Request request, String id) {
    return request.parameter("market").isPresent()
        ? found(id, wanted -> catalogue.bySpotifyId(wanted).map(json::trackInMarket))
        : found(id, this::trackOf);
  }

  private Reply audioFeatures(String id) {
    return mode == DEVELOPMENT
        ? SpotifyReplies.bareForbidden()
        : featuresOf(id)
            .<Reply>map(Reply::ok)
            .orElseGet(() -> SpotifyReplies.error(404, "analysis not found"));
  }

  private Reply severalAudioFeatures(Request request) {
    return mode == DEVELOPMENT
        ? SpotifyReplies.bareForbidden()
        : batch(request, "audio_features", 100, this::featuresOf);
  }

  private Reply search(Request request) {
    Optional<String> query = request.parameter("q");
    if (query.isEmpty()) {
      return SpotifyReplies.error(400, "No search query");
    }
    if (!request.list("type").contains("track")) {
      return SpotifyReplies.error(400, "Bad search type field");
    }
    int most = mode == DEVELOPMENT ? 10 : 50;
    Optional<Integer> limit =
        request.number("limit", mode == DEVELOPMENT ? 5 : 20).filter(n -> n >= 1 && n <= most);
    int offset = request.number("offset", 0).orElse(0);
    if (limit.isEmpty()) {
      return SpotifyReplies.error(400, "Invalid limit");
    }
    List<Song> songs = search.find(query.get());
    int end = Math.min(offset + limit.get(), songs.size());
    List<Object> hits =
        songs.subList(Math.min(offset, end), end).stream().<Object>map(json::track).toList();
    String next = apiUrl + "/search?type=track&offset=" + end + "&limit=" + limit.get();
    return Reply.ok(
        Json.object(
            "tracks",
            Json.object(
                "href",
                apiUrl + "/search?type=track&offset=" + offset + "&limit=" + limit.get(),
                "items",
                hits,
                "limit",
                limit.get(),
                "next",
                end < songs.size() ? next : null,
                "offset",
                offset,
                "previous",
                null,
                "total",
                songs.size())));
  }

  private Reply recommendations(Request request) {
    if (mode == DEVELOPMENT) {
      return SpotifyReplies.notFound();
    }
    List<String> seeds = request.list("seed_tracks");
    if (seeds.isEmpty() && request.list("seed_artists").isEmpty()) {
      return SpotifyReplies.error(400, "invalid request");
    }
    int limit = request.number("limit", 20).orElse(20);
    if (!seeds.isEmpty() && seeds.stream().allMatch(id -> catalogue.bySpotifyId(id).isEmpty())) {
      return Reply.ok(Json.object("tracks", List.of(), "seeds", List.of()));
    }
    List<Map<String, Object>> tracks =
        SimilarSongs.to(String.join(",", seeds), catalogue).stream()
            .filter(song -> !seeds.contains(song.spotifyId()))
            .limit(limit)
            .map(json::track)
            .toList();
    List<Map<String, Object>> seedObjects = seeds.stream().map(this::seed).toList();
    return Reply.ok(Json.object("tracks", tracks, "seeds", seedObjects));
  }

  private Map<String, Object> seed(String id) {
    return Json.object(
        "initialPoolSize",
        250,
        "afterFilteringSize",
        250,
        "afterRelinkingSize",
        249,
        "id",
        id,
        "type",
        "TRACK",
        "href",
        apiUrl + "/tracks/" + id);
  }

  private Reply me(Request request) {
    String id = token(request).map(AccessToken::user).orElse("");
    if (id.isEmpty()) {
      return SpotifyReplies.error(401, "Unauthorized.");
    }
    Map<String, Object> user = json.user(id);
    user.put("account_id", Ids.hex("account:" + id));
    user.put("images", json.images("user:" + id));
    if (mode == SpotifyMode.EXTENDED) {
      user.put("followers", Json.object("href", null, "total", 12));
      user.put("country", "DE");
      user.put("product", "premium");
      user.put("email", "dj@example.org");
    }
    return Reply.ok(user);
  }

  private Reply user(Request request, String id) {
    Map<String, Object> user = json.user(id);
    user.put("followers", Json.object("href", null, "total", 12));
    user.put("images", json.images("user:" + id));
    return Reply.ok(user);
  }

  private Reply batch(
      Request request,
      String name,
      int most,
      Function<String, Optional<Map<String, Object>>> lookup) {
    List<String> ids = request.list("ids");
    if (ids.isEmpty()) {
      return SpotifyReplies.error(400, "Missing required field: ids");
    }
    if (ids.size() > most) {
      return SpotifyReplies.error(400, "Too many ids requested");
    }
    List<@Nullable Object> objects = new ArrayList<>();
    ids.forEach(id -> objects.add(lookup.apply(id).orElse(null)));
    return Reply.ok(Json.object(name, objects));
  }

  private static Reply found(String id, Function<String, Optional<Map<String, Object>>> lookup) {
    if (!id.matches("[0-9A-Za-z]{22}")) {
      return SpotifyReplies.error(400, "Invalid base62 id");
    }
    return lookup.apply(id).<Reply>map(Reply::ok).orElseGet(SpotifyReplies::notFound);
  }

  private Optional<Map<String, Object>> trackOf(String id) {
    return catalogue.bySpotifyId(id).map(json::track);
  }

  private Optional<Map<String, Object>> artistOf(String id) {
    return artists.bySpotifyId(id).map(json::artist);
  }

  private Optional<Map<String, Object>> featuresOf(String id) {
    return catalogue
        .bySpotifyId(id)
        .filter(song -> !song.has(Quirk.WITHOUT_AUDIO_FEATURES))
        .map(json::audioFeatures);
  }

  private static Reply filtered(Request request, Map<String, Object> object) {
    Optional<String> fields = request.parameter("fields");
    return fields.isEmpty()
        ? Reply.ok(object)
        : Reply.ok(FieldFilter.parse(fields.get()).kept(object));
  }

  private Function<Request, Reply> extendedOnly(Function<Request, Reply> handler) {
    return request -> mode == DEVELOPMENT ? SpotifyReplies.forbidden() : handler.apply(request);
  }

  private BiFunction<Request, String, Reply> extendedOnly(
      BiFunction<Request, String, Reply> handler) {
    return (request, id) ->
        mode == DEVELOPMENT ? SpotifyReplies.forbidden() : handler.apply(request, id);
  }

  private Optional<Playlist> visible(Request request, String id) {
    return playlists.find(id).filter(playlist -> playlist.isPublic() || owns(request, playlist));
  }

  private boolean owns(Request request, Playlist playlist) {
    return token(request).map(AccessToken::user).orElse("").equals(playlist.owner());
  }

  private Optional<Reply> unauthorized(Request request) {
    if (request.header("Authorization").isEmpty()) {
      return Optional.of(SpotifyReplies.error(401, "No token provided"));
    }
    Optional<AccessToken> token = token(request);
    if (token.isEmpty()) {
      return Optional.of(SpotifyReplies.error(401, "Invalid access token"));
    }
    return tokens.expired(token.get())
        ? Optional.of(SpotifyReplies.error(401, "The access token expired"))
        : Optional.empty();
  }

  private Optional<AccessToken> token(Request request) {
    return request
        .header("Authorization")
        .filter(value -> value.startsWith("Bearer "))
        .flatMap(value -> tokens.find(value.substring("Bearer ".length())));
  }
}
