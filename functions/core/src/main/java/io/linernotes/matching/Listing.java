package io.linernotes.matching;

import io.linernotes.track.Artist;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A recording as a catalogue lists it: its title, its artists and, if known, its duration. */
public record Listing(Title title, ArtistCredit artists, @Nullable Duration duration) {

  /** A listing with the title and the artists as the catalogue spells them. */
  public static Listing of(String title, List<String> artists, @Nullable Duration duration) {
    return new Listing(Title.of(title), ArtistCredit.of(artists), duration);
  }

  /**
   * The listing of a track, from a request or a record.
   *
   * @throws IllegalArgumentException if the track has no names
   */
  public static Listing of(Track track) {
    String title = track.title();
    if (title == null) {
      throw new IllegalArgumentException("a track without a title cannot be compared");
    }
    return of(title, track.artists().stream().map(Artist::name).toList(), track.duration());
  }

  /** Whether the other listing is of this recording, and why. */
  public Comparison comparedWith(Listing offered) {
    return Comparison.between(this, offered);
  }

  /** The folded names of all artists and guests except the main artist. */
  Set<String> others() {
    Set<String> others = new HashSet<>(artists.others());
    title.guests().forEach(guest -> others.add(FoldedName.key(FoldedName.words(guest))));
    return others;
  }
}
