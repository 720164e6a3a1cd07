package io.linernotes.enrichment.lastfm;

import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.ProviderHttp;
import io.linernotes.http.UrlEncoding;
import io.linernotes.json.Json;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Last.fm's web service 2.0 (https://www.last.fm/api). Each method is one call, and none throws but
 * for a key that cannot be had. The API key travels as a query parameter, so URLs are not for logs.
 */
public final class LastfmClient {

  /** How many similar tracks are asked for. */
  static final int SIMILAR = 10;

  private final ProviderHttp http;
  private final String base;
  private final Supplier<String> apiKey;

  /**
   * A client of the service at {@code base}, {@code https://ws.audioscrobbler.com/2.0/} with or
   * without the trailing slash.
   */
  public LastfmClient(ProviderHttp http, URI base, Supplier<String> apiKey) {
    this.http = http;
    this.base = base.toString().replaceFirst("/+$", "");
    this.apiKey = apiKey;
  }

  /**
   * {@code track.getInfo}, by names that Last.fm may correct. Carries everything but the similar
   * tracks; missing also if what Last.fm has is too little or about something else.
   */
  public Outcome<LastfmTrack> track(String artist, String title) {
    return ask("track.getInfo", corrected("artist", artist, "track", title))
        .then(reply -> TrackReply.track(reply, new Question(artist, title)));
  }

  /** {@code track.getSimilar}: the tracks that the same people listen to, most similar first. */
  public Outcome<List<LastfmTrack.Similar>> similar(String artist, String title) {
    Map<String, String> parameters = corrected("artist", artist, "track", title);
    parameters.put("limit", String.valueOf(SIMILAR));
    return ask("track.getSimilar", parameters).then(SimilarReply::tracks);
  }

  /** {@code artist.getInfo}, by a name that Last.fm may correct, but not into another artist's. */
  public Outcome<LastfmArtist> artist(String name) {
    return ask("artist.getInfo", corrected("artist", name))
        .then(reply -> ArtistReply.artist(reply, name));
  }

  private static Map<String, String> corrected(String... namesAndValues) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    parameters.put("autocorrect", "1");
    return parameters;
  }

  private Outcome<Json> ask(String method, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(each -> "&" + each.getKey() + "=" + UrlEncoding.encoded(each.getValue()))
            .collect(Collectors.joining());
    URI uri =
        URI.create(
            base
                + "/?method="
                + method
                + query
                + "&api_key="
                + UrlEncoding.encoded(apiKey.get())
                + "&format=json");
    return http.send(HttpCall.get(method, uri)).then(reply -> LastfmSignals.read(method, reply));
  }
}
