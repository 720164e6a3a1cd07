package io.linernotes.analysis;

import io.linernotes.enrichment.Section;
import io.linernotes.session.Scope;
import io.linernotes.session.Viewer;
import io.linernotes.track.SpotifyId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A playlist to analyse.
 *
 * @param sections the sections to include
 * @param offset the first position to show
 * @param limit how many positions to show at most
 * @param viewer the signed-in user who makes the request; null for none
 */
public record PlaylistRequest(
    SpotifyId playlist, Set<Section> sections, int offset, int limit, @Nullable Viewer viewer) {
  public PlaylistRequest {
    sections = Set.copyOf(sections);
  }

  /** A request without a user. */
  public PlaylistRequest(SpotifyId playlist, Set<Section> sections, int offset, int limit) {
    this(playlist, sections, offset, limit, null);
  }

  /** This request in the name of a user; null for no user. */
  public PlaylistRequest as(@Nullable Viewer user) {
    return new PlaylistRequest(playlist, sections, offset, limit, user);
  }

  /** The scope of the user's own copies; everybody's without a user. */
  public Scope scope() {
    return viewer == null ? Scope.EVERYBODY : viewer.scope();
  }
}
