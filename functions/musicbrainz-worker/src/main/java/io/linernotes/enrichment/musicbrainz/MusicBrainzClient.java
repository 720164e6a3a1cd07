package io.linernotes.enrichment.musicbrainz;

import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.ProviderHttp;
import java.net.URI;

/**
 * MusicBrainz's web service (musicbrainz.org/doc/MusicBrainz_API), one call per method. It needs no
 * key, but a User-Agent that names a contact. It allows one call per second per IP address.
 */
public final class MusicBrainzClient {

  /** The largest page. MusicBrainz silently takes any larger limit for 25. */
  static final int LIMIT = 100;

  private final ProviderHttp http;
  private final String base;

  /**
   * A client of the service at {@code base}, with or without a trailing slash: {@code
   * https://musicbrainz.org/ws/2}.
   */
  public MusicBrainzClient(ProviderHttp http, URI base) {
    this.http = http;
    this.base = base.toString().replaceAll("/+$", "");
  }

  /**
   * Searches for recordings. The caller must check every hit: the best one scores 100, however bad
   * it is.
   */
  Outcome<RecordingPage> search(RecordingQuery query) {
    // Without fmt the answer is XML.
    URI uri =
        URI.create(base + "/recording?query=" + query.encoded() + "&limit=" + LIMIT + "&fmt=json");
    return http.send(HttpCall.get("MusicBrainz search", uri)).then(MusicBrainzReplies::recordings);
  }
}
