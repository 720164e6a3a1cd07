package io.linernotes.demand;

import io.linernotes.track.SpotifyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The demand in memory, for tests. */
public final class InMemoryDemandRecord implements DemandRecord {

  private final int places;
  private final Map<LocalDate, Map<SpotifyId, Integer>> days = new HashMap<>();

  public InMemoryDemandRecord() {
    this(1_000);
  }

  InMemoryDemandRecord(int places) {
    this.places = places;
  }

  @Override
  public synchronized void asked(SpotifyId playlist, int weight, Instant now) {
    Map<SpotifyId, Integer> day = days.computeIfAbsent(day(now), _ -> new HashMap<>());
    int inherited = 0;
    if (!day.containsKey(playlist) && day.size() >= places) {
      Map.Entry<SpotifyId, Integer> least =
          day.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
      inherited = least.getValue();
      day.remove(least.getKey());
    }
    day.merge(playlist, inherited + weight, Integer::sum);
  }

  @Override
  public synchronized List<SpotifyId> mostAsked(int most, Instant now) {
    Map<SpotifyId, Integer> sums = new HashMap<>();
    for (int back = 0; back < 2; back++) {
      days.getOrDefault(day(now).minusDays(back), Map.of())
          .forEach((playlist, count) -> sums.merge(playlist, count, Integer::sum));
    }
    return sums.entrySet().stream()
        .sorted(Map.Entry.<SpotifyId, Integer>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .limit(most)
        .toList();
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
