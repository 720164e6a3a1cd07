package io.linernotes.enrichment.deezer;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.HttpReply;
import io.linernotes.http.ProviderHttp;
import io.linernotes.http.UrlEncoding;
import io.linernotes.matching.Guests;
import io.linernotes.matching.Phrase;
import io.linernotes.matching.Title;
import io.linernotes.track.Isrc;
import java.net.URI;

/**
 * Deezer's public API (developers.deezer.com/api), one call per method. It needs no key. Its quota
 * is per IP address, and its catalogue depends on the caller's country.
 */
public final class DeezerClient {

  private static final int SEARCH_LIMIT = 25;

  private final ProviderHttp http;
  private final String base;

  /**
   * A client of the API at {@code base}, with or without a trailing slash: {@code
   * https://api.deezer.com}.
   */
  public DeezerClient(ProviderHttp http, URI base) {
    this.http = http;
    this.base = base.toString().replaceAll("/+$", "");
  }

  /**
   * The track that Deezer has under this ISRC, one of possibly many. A reply with another ISRC is a
   * miss; one without an ISRC is a failure.
   */
  Outcome<FoundTrack> trackByIsrc(Isrc isrc) {
    return send("track by ISRC", "/track/isrc:" + isrc)
        .then(DeezerReplies::track)
        .then(found -> ofIsrc(found, isrc));
  }

  private static Outcome<FoundTrack> ofIsrc(FoundTrack found, Isrc isrc) {
    if (found.track().isrc() == null) {
      return new Outcome.Unavailable<>("Deezer answered a track without its ISRC", null);
    }
    return isrc.equals(found.track().isrc()) ? new Outcome.Found<>(found) : new Outcome.Missing<>();
  }

  /** The full record of a track. */
  Outcome<FoundTrack> track(long id) {
    return send("track", "/track/" + id).then(DeezerReplies::track);
  }

  /** The hits of a search for this ISRC; a search without hits is a miss. */
  Outcome<DeezerHits> searchByIsrc(Isrc isrc) {
    return query("search by ISRC", "isrc:" + isrc)
        .then(reply -> DeezerReplies.hits(reply, new Outcome.Missing<>(), SEARCH_LIMIT));
  }

  /** The hits of a search in the fields artist and track; a search without hits is a miss. */
  Outcome<DeezerHits> search(String artist, String title) {
    // Deezer's search finds nothing if the title names guests.
    return byNames(
        "artist:" + quoted(Guests.stripped(artist)) + " track:" + quoted(Title.of(title).plain()));
  }

  /**
   * The hits of a search for these words in any field; a search without hits is a miss. It finds
   * tracks that the search in fields does not.
   */
  Outcome<DeezerHits> searchWords(String words) {
    return byNames(words(words));
  }

  private Outcome<DeezerHits> byNames(String query) {
    // A refused query is our own fault and says nothing about the track.
    return query("search by names", query)
        .then(
            reply ->
                DeezerReplies.hits(
                    reply,
                    new Outcome.Unavailable<>("Deezer refused a search by names", null),
                    SEARCH_LIMIT));
  }

  private Outcome<HttpReply> query(String name, String query) {
    return send(name, "/search?q=" + UrlEncoding.encoded(query) + "&limit=" + SEARCH_LIMIT);
  }

  private Outcome<HttpReply> send(String name, String pathAndQuery) {
    return http.send(HttpCall.get("Deezer " + name, URI.create(base + pathAndQuery)));
  }

  /** Quotes and backslashes become blanks, because Deezer has no escape for them. */
  private static String quoted(String name) {
    return '"' + words(name) + '"';
  }

  private static String words(String name) {
    return Phrase.of(name.replace('"', ' ').replace('\\', ' '));
  }
}
