package io.linernotes.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A song in the catalogue file; absent fields are derived from the ISRC. */
record CatalogueEntry(
    String title,
    List<String> artists,
    String isrc,
    long durationMs,
    @Nullable String spotifyId,
    @Nullable Long deezerId,
    @Nullable String album,
    @Nullable String releaseDate,
    @Nullable Integer popularity,
    @Nullable Boolean explicit,
    @Nullable Double bpm,
    @Nullable Double gain,
    @Nullable Integer rank,
    @Nullable List<String> tags,
    @Nullable Long listeners,
    @Nullable Long playcount,
    @Nullable String lastfmArtist,
    @Nullable String lastfmTitle,
    @Nullable List<String> artistAliases,
    @Nullable List<String> quirks) {

  CatalogueEntry(String title, List<String> artists, String isrc, long durationMs) {
    this(
        title,
        artists,
        isrc,
        durationMs,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  Song song() {
    long fans = or(listeners, (long) Ids.number("listeners:" + isrc, 40_000, 2_500_000));
    return new Song(
        or(spotifyId, Ids.spotify("track:" + isrc)),
        or(deezerId, (long) Ids.number("deezer:" + isrc, 1_000_000, 999_999_999)),
        title,
        artists,
        isrc,
        Duration.ofMillis(durationMs),
        or(album, Text.withoutVersion(title)),
        or(releaseDate, Ids.number("year:" + isrc, 1975, 2026) + "-05-14"),
        or(popularity, Ids.number("popularity:" + isrc, 20, 90)),
        or(explicit, false),
        or(bpm, Ids.number("bpm:" + isrc, 700, 1800) / 10.0),
        or(gain, -Ids.number("gain:" + isrc, 55, 150) / 10.0),
        or(rank, Ids.number("rank:" + isrc, 80_000, 990_000)),
        or(tags, List.of("electronic", "dance")),
        fans,
        or(playcount, fans * Ids.number("plays:" + isrc, 4, 12)),
        or(lastfmArtist, artists.getFirst()),
        or(lastfmTitle, title),
        or(artistAliases, List.of()),
        named(or(quirks, List.of())));
  }

  private static Set<Quirk> named(List<String> names) {
    return names.stream()
        .map(name -> Quirk.valueOf(name.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private static <T> T or(@Nullable T value, T fallback) {
    return Objects.requireNonNullElse(value, fallback);
  }
}
