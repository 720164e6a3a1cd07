package io.linernotes.simulator;

import java.util.List;

/**
 * A playlist.
 *
 * @param isPublic whether anyone but its owner may see it
 * @param version a text that distinguishes its snapshots
 */
public record Playlist(
    String id,
    String name,
    String description,
    String owner,
    boolean isPublic,
    List<PlaylistEntry> entries,
    int version) {

  /** A public playlist of the simulated user. */
  public static Playlist of(String id, String name, List<Song> songs) {
    return new Playlist(id, name, "", Playlists.USER, true, tracks(songs), 1);
  }

  /** An id that changes whenever the playlist does. */
  public String snapshotId() {
    return "AAAA%04d%s".formatted(version, Ids.hex("snapshot:" + id).substring(0, 24));
  }

  /** The next version, with these entries. */
  public Playlist withEntries(List<PlaylistEntry> newEntries) {
    return new Playlist(id, name, description, owner, isPublic, newEntries, version + 1);
  }

  static List<PlaylistEntry> tracks(List<Song> songs) {
    return songs.stream().<PlaylistEntry>map(PlaylistEntry.Track::new).toList();
  }
}
