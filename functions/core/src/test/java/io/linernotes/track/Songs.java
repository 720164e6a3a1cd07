package io.linernotes.track;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Tracks that tests refer to by name. */
public final class Songs {

  private Songs() {}

  /** A track with every identifier. */
  public static Track comeTogether() {
    return Track.of(
        new SpotifyId("2EqlS6tkEnglzr7tkKAAYD"),
        new Isrc("GBAYE0601690"),
        "Come Together - Remastered 2009",
        List.of(Artist.named("The Beatles")),
        Duration.ofMillis(259_946));
  }

  /** A track without an ISRC, so that MusicBrainz is asked first. */
  public static Track teardrop() {
    return Track.of(
        new SpotifyId("67Hna13dNDkZvBpTXRIaOJ"),
        null,
        "Teardrop",
        List.of(Artist.named("Massive Attack"), Artist.named("Elizabeth Fraser")),
        Duration.ofMillis(330_773));
  }

  /** A track known by names only, in a script other than Latin. */
  public static Track hanataba() {
    return Track.of(null, null, "花束を君に", List.of(Artist.named("宇多田ヒカル")), Duration.ofSeconds(276));
  }

  /** A track known by its ISRC only. */
  public static Track halo() {
    return Track.of(null, new Isrc("USSM10804556"), null, List.of(), null);
  }

  /** A track known by its Spotify id only. */
  public static Track aroundTheWorld() {
    return Track.of(new SpotifyId("1pKYYY0dkg23sQQXi0Q5zN"), null, null, List.of(), null);
  }

  /** This many different tracks, each by an artist of its own, with ids and ISRCs. */
  public static List<Track> numbered(int count) {
    return IntStream.range(0, count).mapToObj(Songs::another).toList();
  }

  private static Track another(int number) {
    return Track.of(
        new SpotifyId("%022d".formatted(number)),
        new Isrc("QZTST26%05d".formatted(number)),
        "Track " + number,
        List.of(Artist.named("Artist " + number)),
        Duration.ofSeconds(180 + number % 120));
  }
}
