package io.linernotes.simulator;

/** A song's audio features. All range from 0 to 1, except key, mode, loudness and tempo. */
record AudioFeatures(
    double acousticness,
    double danceability,
    double energy,
    double instrumentalness,
    int key,
    double liveness,
    double loudness,
    int mode,
    double speechiness,
    double tempo,
    double valence) {

  static AudioFeatures of(Song song) {
    String name = song.isrc();
    return new AudioFeatures(
        Ids.share("acousticness:" + name),
        Ids.share("danceability:" + name),
        Ids.share("energy:" + name),
        Ids.share("instrumentalness:" + name),
        Ids.number("key:" + name, 0, 12),
        Ids.share("liveness:" + name),
        -Ids.number("loudness:" + name, 2_500, 14_000) / 1_000.0,
        Ids.number("mode:" + name, 0, 2),
        Ids.share("speechiness:" + name) / 4,
        song.bpm(),
        Ids.share("valence:" + name));
  }
}
