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
 * @param sections what to include
 * @param offset the first position to show
 * @param limit how many positions to show at most
 * @param viewer the signed-in user who asks, null for everybody
 */
public record PlaylistRequest(
    SpotifyId playlist, Set<Section> sections, int offset, int limit, @Nullable Viewer viewer) {
  public PlaylistRequest {
    sections = Set.copyOf(sections);
  }

  /** As everybody may see it. */
  public PlaylistRequest(SpotifyId playlist, Set<Section> sections, int offset, int limit) {
    this(playlist, sections, offset, limit, null);
  }

  /** The same in the name of a user, or of nobody. */
  public PlaylistRequest as(@Nullable Viewer user) {
    return new PlaylistRequest(playlist, sections, offset, limit, user);
  }

  /** Where what only the asker may see is kept. */
  public Scope scope() {
    return viewer == null ? Scope.EVERYBODY : viewer.scope();
  }
}
