package io.linernotes.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Last.fm's web service, which has one path and selects the endpoint by the parameter {@code
 * method}.
 */
final class LastfmSimulation implements Simulation {
  private static final String NO_SUCH_ARTIST = "The artist you supplied could not be found";

  private final Catalogue catalogue;
  private final Artists artists;
  private final Map<String, Function<Request, Reply>> methods;

  LastfmSimulation(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.artists = new Artists(catalogue);
    this.methods =
        Map.of(
            "track.getinfo", this::trackInfo,
            "track.getsimilar", this::similarTracks,
            "track.gettoptags", this::topTags,
            "track.getcorrection", this::correction,
            "artist.getinfo", this::artistInfo);
  }

  @Override
  public Call route(Request request) {
    String method = request.parameter("method").orElse("");
    Function<Request, Reply> handler = methods.get(method.toLowerCase(Locale.ROOT));
    String endpoint = handler == null ? "other" : method;
    return new Call(
        endpoint,
        () -> checked(request, handler == null ? LastfmSimulation::unknownMethod : handler));
  }

  private static Reply checked(Request request, Function<Request, Reply> handler) {
    Optional<String> key = request.parameter("api_key");
    if (key.isEmpty() || key.get().equals("invalid")) {
      return LastfmReplies.error(10);
    }
    Reply reply = handler.apply(request);
    return request.parameter("format").equals(Optional.of("json")) ? reply : xml(reply);
  }

  private Reply trackInfo(Request request) {
    return named(
        request,
        (artist, title) ->
            find(artist, title)
                .map(song -> info(song, artist, title, autocorrects(request)))
                .map(track -> Reply.ok(Json.object("track", track)))
                .orElseGet(() -> LastfmReplies.notFound(200, "Track not found")));
  }

  /** Without autocorrection a misspelt track is another track with few listeners. */
  private static Map<String, Object> info(
      Song song, String artist, String title, boolean autocorrected) {
    if (song.has(Quirk.LASTFM_SCROBBLED_ONCE)) {
      return LastfmJson.obscureTrack(artist, title, 2);
    }
    return autocorrected || canonical(song, artist, title)
        ? LastfmJson.track(song)
        : LastfmJson.obscureTrack(artist, title, 7);
  }

  private Reply similarTracks(Request request) {
    return named(
        request,
        (artist, title) -> {
          Optional<Song> song = find(artist, title);
          if (song.isEmpty()) {
            return Reply.ok(
                Json.object(
                    "similartracks",
                    Json.object("track", List.of(), "@attr", Json.object("artist", artist))));
          }
          List<Map<String, Object>> similar = new ArrayList<>();
          for (Song other : SimilarSongs.to(song.get().isrc(), catalogue)) {
            if (!other.isrc().equals(song.get().isrc())) {
              similar.add(
                  LastfmJson.similar(other, similar.isEmpty() ? 1 : 1.0 / (1 + similar.size())));
            }
          }
          int limit = request.number("limit", 100).orElse(100);
          return Reply.ok(
              Json.object(
                  "similartracks",
                  Json.object(
                      "track",
                      similar.stream().limit(limit).toList(),
                      "@attr",
                      Json.object(
                          "artist", song.get().lastfmArtist(),
                          "track", song.get().lastfmTitle()))));
        });
  }

  private Reply topTags(Request request) {
    return named(
        request,
        (artist, title) -> {
          Optional<Song> song = find(artist, title);
          return Reply.ok(
              Json.object(
                  "toptags",
                  Json.object(
                      "tag", song.map(LastfmJson::weightedTags).orElse(List.of()),
                      "@attr", Json.object("artist", artist, "track", title))));
        });
  }

  private Reply correction(Request request) {
    return named(
        request,
        (artist, title) -> {
          Optional<Song> song = find(artist, title);
          if (song.filter(known -> known.has(Quirk.LASTFM_BLANK_TAGS)).isPresent()) {
            return Reply.ok(Json.object("corrections", "\n                "));
          }
          Object track =
              song.map(LastfmJson::correctedTrack)
                  .orElseGet(() -> Json.object("url", "", "artist", Json.object("url", "")));
          Object changes =
              Json.object(
                  "index", "0",
                  "artistcorrected", flag(song.filter(s -> !s.lastfmArtist().equals(artist))),
                  "trackcorrected", flag(song.filter(s -> !s.lastfmTitle().equals(title))));
          return Reply.ok(
              Json.object(
                  "corrections",
                  Json.object("correction", Json.object("track", track, "@attr", changes))));
        });
  }

  private Reply artistInfo(Request request) {
    Optional<String> name = request.parameter("artist");
    if (name.isEmpty()) {
      return LastfmReplies.notFound(400, NO_SUCH_ARTIST);
    }
    boolean corrects = autocorrects(request);
    return catalogue
        .candidates(name.get())
        .filter(song -> !song.has(Quirk.LASTFM_ABSENT))
        .flatMap(song -> names(song, name.get(), corrects).stream())
        .findFirst()
        .flatMap(artists::named)
        .map(artist -> Reply.ok(Json.object("artist", LastfmJson.artist(artist, similar(artist)))))
        .orElseGet(() -> LastfmReplies.notFound(404, NO_SUCH_ARTIST));
  }

  private List<String> similar(Artist artist) {
    return SimilarSongs.to(artist.name(), catalogue).stream()
        .map(Song::lastfmArtist)
        .filter(name -> !name.equals(artist.name()))
        .distinct()
        .limit(5)
        .toList();
  }

  /** The name of the song's artist that the request means; empty if it means none. */
  private static Optional<String> names(Song song, String artist, boolean corrects) {
    return song.artists().stream()
        .filter(
            name -> name.equalsIgnoreCase(artist) || (corrects && Text.sameLetters(name, artist)))
        .findFirst()
        .or(
            () ->
                Optional.of(song.mainArtist())
                    .filter(
                        name ->
                            corrects
                                && song.artistAliases().stream()
                                    .anyMatch(a -> Text.sameLetters(a, artist))));
  }

  private Optional<Song> find(String artist, String title) {
    return catalogue
        .candidates(artist + " " + title)
        .filter(song -> !song.has(Quirk.LASTFM_ABSENT))
        .filter(song -> means(song, artist, title))
        .findFirst();
  }

  /** Whether these names, correct or misspelt, are those of the song. */
  private static boolean means(Song song, String artist, String title) {
    boolean sameTitle =
        Stream.of(song.title(), song.lastfmTitle(), song.plainTitle())
            .anyMatch(known -> Text.sameLetters(known, title));
    return sameTitle && names(song, artist, true).isPresent();
  }

  private static boolean canonical(Song song, String artist, String title) {
    return song.lastfmArtist().equalsIgnoreCase(artist)
        && song.lastfmTitle().equalsIgnoreCase(title);
  }

  private static boolean autocorrects(Request request) {
    return request.parameter("autocorrect").equals(Optional.of("1"));
  }

  private static String flag(Optional<Song> corrected) {
    return corrected.isPresent() ? "1" : "0";
  }

  private static Reply named(Request request, BiFunction<String, String, Reply> handler) {
    Optional<String> artist = request.parameter("artist");
    Optional<String> title = request.parameter("track");
    return artist.isEmpty() || title.isEmpty()
        ? LastfmReplies.notFound(
            400, "Invalid parameters - Your request is missing a required parameter")
        : handler.apply(artist.get(), title.get());
  }

  private static Reply unknownMethod(Request request) {
    return LastfmReplies.error(3);
  }

  /** The XML reply to a request that does not ask for JSON. */
  private static Reply xml(Reply reply) {
    String status = reply.body().contains("\"error\":") ? "failed" : "ok";
    return Reply.text(
        reply.status(),
        "text/xml; charset=UTF-8",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lfm status=\"" + status + "\"></lfm>\n");
  }
}
