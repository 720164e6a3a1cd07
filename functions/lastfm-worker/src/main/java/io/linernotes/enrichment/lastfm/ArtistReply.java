package io.linernotes.enrichment.lastfm;

import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import java.util.List;
import java.util.Objects;

/**
 * A reply of {@code artist.getInfo}. Its counts are strings under {@code stats}, its tags at most
 * five and without counts. Another name than the one asked for is an alias, and accepted.
 */
final class ArtistReply {

  private ArtistReply() {}

  static Outcome<LastfmArtist> artist(Json reply) {
    Json artist = reply.at("artist");
    String name = artist.text("name");
    if (name == null) {
      return LastfmSignals.nonsense("artist.getInfo: a reply without an artist");
    }
    if (TrackReply.isNobody(name)) {
      return new Outcome.Missing<>();
    }
    return new Outcome.Found<>(
        new LastfmArtist(
            name,
            Wiki.text(artist.at("bio")),
            Tags.of(artist.list("tags", "tag"), name),
            Fields.count(artist, "stats", "listeners"),
            Fields.count(artist, "stats", "playcount"),
            Fields.link(artist, "url"),
            artist.text("mbid"),
            similar(artist),
            Images.bySize(artist)));
  }

  private static List<String> similar(Json artist) {
    return artist.list("similar", "artist").stream()
        .map(each -> each.text("name"))
        .filter(Objects::nonNull)
        .filter(name -> !TrackReply.isNobody(name))
        .distinct()
        .toList();
  }
}
