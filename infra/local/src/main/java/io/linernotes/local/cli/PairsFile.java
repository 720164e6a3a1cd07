package io.linernotes.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.linernotes.matching.Listing;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tab-separated file with two listings in each row. The first line names the columns, in any
 * order: {@code a_title}, {@code a_artists} (joined by {@code " ; "}) and {@code a_duration_ms}
 * (may be empty), and the same with {@code b_}. Other columns are kept.
 */
final class PairsFile {

  /** Columns that are added to those of the file. */
  static final List<String> ADDED = List.of("accepted", "likeness", "confidence", "reason");

  private static final List<String> NEEDED =
      List.of("a_title", "a_artists", "a_duration_ms", "b_title", "b_artists", "b_duration_ms");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** A row: its cells as they stand in the file, and the two listings that they describe. */
  record Row(String cells, Listing wanted, Listing offered) {}

  private final Path file;
  private final List<String> columns;
  private final List<String> lines;

  private PairsFile(Path file, List<String> columns, List<String> lines) {
    this.file = file;
    this.columns = columns;
    this.lines = lines;
  }

  /**
   * Reads the file's lines and checks its header.
   *
   * @throws CommandException if it cannot be read or lacks a column; the message names the column
   */
  static PairsFile read(Path file) {
    List<String> lines = lines(file);
    if (lines.isEmpty() || lines.getFirst().isBlank()) {
      throw new CommandException(file + " has no first line with the names of its columns.");
    }
    List<String> columns = cells(lines.getFirst());
    check(file, columns);
    return new PairsFile(file, columns, lines);
  }

  private static List<String> lines(Path file) {
    try {
      String text = Files.readString(file, UTF_8);
      return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines().toList();
    } catch (NoSuchFileException e) {
      throw new CommandException(file + " is not there.", e);
    } catch (CharacterCodingException e) {
      throw new CommandException(file + " is not UTF-8.", e);
    } catch (IOException e) {
      throw new CommandException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void check(Path file, List<String> columns) {
    List<String> lacking = NEEDED.stream().filter(name -> !columns.contains(name)).toList();
    if (!lacking.isEmpty()) {
      throw new CommandException(
          file + " lacks the column " + String.join(", ", lacking) + " (separated by tabs).");
    }
    Set<String> seen = new HashSet<>(ADDED);
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new CommandException(
            file + " has a second column " + column + ", or one that the answer adds.");
      }
    }
  }

  /** The names of the file's columns as they stand there. */
  String header() {
    return String.join("\t", columns);
  }

  /**
   * Every row that is not blank.
   *
   * @throws CommandException if a row is invalid; the message names its line and column
   */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(i + 1, lines.get(i)));
      }
    }
    return rows;
  }

  private Row row(int line, String text) {
    List<String> cells = cells(text);
    if (cells.size() != columns.size()) {
      throw new CommandException(
          "%s, line %d: %s, but the first line names %d."
              .formatted(file, line, Text.of(cells.size(), "column"), columns.size()));
    }
    return new Row(text, listing(line, cells, "a_"), listing(line, cells, "b_"));
  }

  private Listing listing(int line, List<String> cells, String side) {
    String title = filled(line, cells, side + "title");
    List<String> artists = List.of(filled(line, cells, side + "artists").split(" ; "));
    return Listing.of(title, artists, duration(line, cells, side + "duration_ms"));
  }

  private String filled(int line, List<String> cells, String column) {
    String cell = cells.get(columns.indexOf(column));
    if (cell.isBlank()) {
      throw new CommandException("%s, line %d: %s is empty.".formatted(file, line, column));
    }
    return cell;
  }

  private @Nullable Duration duration(int line, List<String> cells, String column) {
    String cell = cells.get(columns.indexOf(column)).strip();
    if (cell.isEmpty()) {
      return null;
    }
    // Eighteen digits fit into a long.
    if (!cell.matches("[0-9]{1,18}")) {
      throw new CommandException(
          "%s, line %d: %s is not a number of milliseconds: %s"
              .formatted(file, line, column, Text.printable(cell)));
    }
    return Duration.ofMillis(Long.parseLong(cell));
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\t", -1));
  }
}
