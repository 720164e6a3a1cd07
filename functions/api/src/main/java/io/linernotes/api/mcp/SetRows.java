package io.linernotes.api.mcp;

import io.linernotes.analysis.Analysis;
import io.linernotes.api.exchange.BadRequestException;
import io.linernotes.api.exchange.Lookups;
import io.linernotes.mixing.Camelot;
import io.linernotes.mixing.Mix;
import io.linernotes.mixing.SetTrack;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.track.Track;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tracks that a tool works on, by their index in the playlist or in the request. */
final class SetRows {

  /** The columns of a row. An unknown value is empty, and energy is from 0 to 100. */
  static final String COLUMNS = "index|title|artist|bpm|camelot|energy";

  private static final int LONGEST_NAME = 32;

  private final TreeMap<Integer, Entry> entries = new TreeMap<>();
  private final Map<String, Object> head;
  private final Lookups lookups;

  /** A track and its values for mixing. */
  private record Entry(Track track, Mix mix) {}

  private SetRows(Map<String, Object> head, Lookups lookups) {
    this.head = head;
    this.lookups = lookups;
  }

  static SetRows of(Analysis analysis) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("status", analysis.onItsWay() ? "partial" : "complete");
    Playlist playlist = analysis.playlist();
    if (playlist != null) {
      head.put("playlist", Objects.requireNonNullElse(playlist.name(), playlist.id().value()));
      head.put("total", playlist.totalTracks());
    }
    if (analysis.onItsWay()) {
      head.put("next", again(analysis.progress().percent(), analysis.progress().eta()));
    } else if (analysis.refusedFor() != null) {
      head.put("next", keptBack(analysis.refusedFor()));
    }
    SetRows rows = new SetRows(head, Lookups.of(analysis));
    for (Analysis.Place place : analysis.tracks()) {
      if (place.plan() != null) {
        rows.entries.put(place.position(), new Entry(place.plan().track(), place.plan().mix()));
      }
    }
    return rows;
  }

  /** No rows, because the playlist itself is still being fetched. */
  static SetRows notHereYet(@Nullable Duration refusedFor) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("status", "pending");
    head.put("next", refusedFor == null ? again(0, Duration.ZERO) : keptBack(refusedFor));
    return new SetRows(head, Lookups.absent(PlaylistKeys.PLAYLIST, refusedFor));
  }

  private static String again(int percent, Duration eta) {
    return percent
        + " % known. Call again with the same arguments in "
        + Math.max(2, eta.toSeconds())
        + " s for the rest.";
  }

  private static String keptBack(Duration refusedFor) {
    return "A provider allows no more calls. Call again with the same arguments in "
        + refusedFor.plusMillis(999).toSeconds()
        + " s for the rest.";
  }

  /** The fields with which every output begins. */
  Map<String, Object> output(String columns) {
    Map<String, Object> output = new LinkedHashMap<>(head);
    output.put("columns", columns);
    return output;
  }

  /**
   * @throws NotHereYetException if the playlist itself is still being fetched
   */
  void requireFetched() {
    if ("pending".equals(head.get("status"))) {
      throw new NotHereYetException("The playlist is not here yet: " + head.get("next"));
    }
  }

  Lookups lookups() {
    return lookups;
  }

  List<Integer> indexes() {
    return List.copyOf(entries.keySet());
  }

  boolean has(int index) {
    return entries.containsKey(index);
  }

  /** Every row in order. */
  List<String> all() {
    return entries.keySet().stream().map(this::row).toList();
  }

  /** The track with its values for an order. */
  SetTrack track(int index) {
    Entry entry = entry(index);
    return SetTrack.of(entry.track(), entry.mix());
  }

  /** The track as one line. */
  String row(int index) {
    Entry entry = entry(index);
    Camelot camelot = entry.mix().camelot();
    return String.join(
        "|",
        String.valueOf(index),
        name(entry.track().title()),
        name(entry.track().mainArtist().orElse(null)),
        number(entry.mix().bpm(), 1),
        camelot == null ? "" : camelot.toString(),
        percent(entry.mix().energy()));
  }

  private Entry entry(int index) {
    Entry entry = entries.get(index);
    if (entry == null) {
      throw BadRequestException.of("index", "There is no track " + index + ".");
    }
    return entry;
  }

  private static String name(@Nullable String name) {
    String line = name == null ? "" : name.replace('|', '/').strip();
    return line.codePointCount(0, line.length()) <= LONGEST_NAME
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "" : String.valueOf(Math.round(100 * share));
  }

  private static String number(@Nullable Double value, int decimals) {
    return value == null
        ? ""
        : BigDecimal.valueOf(value)
            .setScale(decimals, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }
}
