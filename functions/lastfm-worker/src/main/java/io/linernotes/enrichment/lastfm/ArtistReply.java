package io.linernotes.enrichment.lastfm;

import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.Outcome;
import io.linernotes.json.Json;
import java.util.List;
import java.util.Objects;

/**
 * Reads a reply of {@code artist.getInfo}. Its counts are strings under {@code stats}. It has at
 * most five tags, without counts.
 */
final class ArtistReply {

  private ArtistReply() {}

  /** The artist; missing if the page is another artist's or stands for no artist. */
  static Outcome<LastfmArtist> artist(Json reply, String asked) {
    Json artist = reply.at("artist");
    String name = Fields.name(artist, "name");
    if (name == null) {
      return LastfmSignals.nonsense("artist.getInfo: a reply without an artist");
    }
    String bio = Wiki.text(artist.at("bio"));
    if (NonArtists.isNobody(name)
        || NonArtists.isDisowned(bio)
        || !NameCheck.isArtist(asked, name, bio)) {
      return new Outcome.Missing<>();
    }
    return new Outcome.Found<>(
        new LastfmArtist(
            name,
            bio,
            Tags.of(artist.list("tags", "tag"), List.of(asked, name)),
            Fields.count(artist, Fields.MOST_LISTENERS, "stats", "listeners"),
            Fields.count(artist, Fields.MOST_PLAYS, "stats", "playcount"),
            Fields.link(artist, "url"),
            artist.text("mbid"),
            similar(artist),
            Images.bySize(artist)));
  }

  private static List<String> similar(Json artist) {
    return artist.list("similar", "artist").stream()
        .map(each -> Fields.name(each, "name"))
        .filter(Objects::nonNull)
        .filter(name -> !NonArtists.isNobody(name))
        .distinct()
        .toList();
  }
}
