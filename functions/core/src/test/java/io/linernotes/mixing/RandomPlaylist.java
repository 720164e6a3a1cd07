package io.linernotes.mixing;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Realistic playlists: some tempos, keys and energies are unknown, and some artists are frequent.
 */
final class RandomPlaylist {

  private static final int ARTIST_POOL = 2;

  private RandomPlaylist() {}

  static List<SetTrack> of(long seed) {
    Random random = new Random(seed);
    return of(random, 16 + random.nextInt(36));
  }

  static List<SetTrack> of(Random random, int size) {
    return Stream.generate(() -> track(random, size)).limit(size).toList();
  }

  private static SetTrack track(Random random, int size) {
    Double bpm = random.nextInt(10) == 0 ? null : Double.valueOf(80 + random.nextInt(960) / 10.0);
    MusicalKey key =
        random.nextInt(10) == 0
            ? null
            : new MusicalKey(
                random.nextInt(12),
                random.nextBoolean() ? MusicalKey.Mode.MAJOR : MusicalKey.Mode.MINOR);
    Double energy = random.nextInt(10) == 0 ? null : Double.valueOf(random.nextInt(101) / 100.0);
    return new SetTrack(
        "artist " + random.nextInt(ARTIST_POOL * size),
        new Mix(
            bpm,
            bpm == null ? null : "deezer",
            List.of(),
            key,
            energy,
            bpm == null ? null : Agreement.SINGLE));
  }
}
