package io.linernotes.faults;

import io.linernotes.simulator.Simulator;
import io.linernotes.simulator.SimulatorOptions;
import io.linernotes.simulator.Song;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Simulated providers with accelerated quotas, and the playlists that a row requests. */
record World(Simulator simulator, double scale) implements AutoCloseable {

  private static final int SONGS = 12;
  private static final String KNOWN = "faultsKnownPlaylist000";
  private static final String MIXED = "faultsMixedPlaylist000";

  static World start(double scale) {
    Simulator simulator = Simulator.start(SimulatorOptions.defaults().withQuotaScale(scale));
    World world = new World(simulator, scale);
    simulator.setPlaylist(KNOWN, world.songs(1, SONGS));
    simulator.setPlaylist(MIXED, world.songs(1, 2 * SONGS));
    return world;
  }

  /** A playlist that is cached before the fault. */
  String known() {
    return KNOWN;
  }

  /** A playlist of the known songs and as many that are not cached. */
  String mixed() {
    return MIXED;
  }

  /** A further playlist, of songs that are in no other playlist. */
  String another(int number) {
    String id = "faultsPlaylist%08d".formatted(number);
    simulator.setPlaylist(id, songs(1_000 + number * SONGS, SONGS));
    return id;
  }

  private List<Song> songs(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(number -> simulator.catalogue().invented(number))
        .toList();
  }

  /** The template's parameters for a service that depends on these providers. */
  Map<String, String> parameters() {
    return Map.of(
        "QuotaScale", String.valueOf(scale),
        "SpotifyClientId", "faults",
        "Contact", "faults@localhost.invalid");
  }

  @Override
  public void close() {
    simulator.close();
  }
}
