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
 * Last.fm's web service 2.0 (https://www.last.fm/api). Each method is one call, and throws only if
 * the API key cannot be read. The API key is a query parameter, so URLs must not be logged.
 */
public final class LastfmClient {

  /** How many similar tracks are requested. */
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
   * {@code track.getInfo}, by names that Last.fm may correct. The track lacks its similar tracks.
   * It is also missing if Last.fm answers with another track or with a misspelling's page.
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

  /**
   * {@code artist.getInfo}, by a name that Last.fm may correct; a correction to another artist is a
   * miss.
   */
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
