package io.linernotes.local.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table for the terminal. Columns are as wide as their contents. Columns that may shrink share
 * the width that the others leave. Less important columns are left out of narrow lines.
 */
public final class TextTable {
  private static final String GAP = "  ";

  /**
   * A column.
   *
   * @param share the column's weight when the remaining width is divided among shrinking columns; 0
   *     for a column that never shrinks
   * @param leastLine the minimum line width, in terminal columns, at which the column is shown
   */
  public record Column(String title, boolean rightAligned, int share, int leastLine) {
    /** A column of texts. */
    public static Column text(String title) {
      return new Column(title, false, 0, 0);
    }

    /** A column of numbers, aligned to the right. */
    public static Column number(String title) {
      return new Column(title, true, 0, 0);
    }

    /** A column that shrinks on a narrow line. */
    public static Column shrinking(String title, int share) {
      return new Column(title, false, share, 0);
    }

    /** The same column, left out of narrower lines. */
    public Column from(int leastLine) {
      return new Column(title, rightAligned, share, leastLine);
    }
  }

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** An empty table of these columns. */
  public TextTable(Column... columns) {
    this.columns = List.of(columns);
  }

  /** Adds a row, with one cell per column. */
  public void row(String... cells) {
    rows.add(List.of(cells).stream().map(Text::printable).toList());
  }

  /** The table as lines that are at most {@code width} terminal columns wide. */
  public List<String> lines(int width) {
    return shownAt(width).shownLines(width);
  }

  private TextTable shownAt(int width) {
    int[] shown =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).leastLine() <= width)
            .toArray();
    var table = new TextTable(IntStream.of(shown).mapToObj(columns::get).toArray(Column[]::new));
    rows.forEach(row -> table.row(IntStream.of(shown).mapToObj(row::get).toArray(String[]::new)));
    return table;
  }

  private List<String> shownLines(int width) {
    var widths = widths(width);
    var lines = new ArrayList<String>();
    lines.add(line(columns.stream().map(Column::title).toList(), widths));
    lines.add(line(IntStream.of(widths).mapToObj("─"::repeat).toList(), widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : GAP);
      line.append(
          columns.get(i).rightAligned()
              ? Text.right(cells.get(i), widths[i])
              : Text.left(cells.get(i), widths[i]));
    }
    return line.toString().stripTrailing();
  }

  private int[] widths(int width) {
    int[] widths = IntStream.range(0, columns.size()).map(this::contentWidth).toArray();
    int rest = width - GAP.length() * (widths.length - 1);
    int shares = 0;
    for (int i = 0; i < widths.length; i++) {
      rest -= columns.get(i).share() == 0 ? widths[i] : 0;
      shares += columns.get(i).share();
    }
    for (int i = 0; i < widths.length; i++) {
      int share = columns.get(i).share();
      if (share > 0) {
        // One after the other, so that the next column can use the width that this one leaves.
        int most = Math.max(Text.width(columns.get(i).title()), rest * share / shares);
        widths[i] = Math.min(widths[i], most);
        rest -= widths[i];
        shares -= share;
      }
    }
    return widths;
  }

  private int contentWidth(int column) {
    return rows.stream()
        .mapToInt(row -> Text.width(row.get(column)))
        .reduce(Text.width(columns.get(column).title()), Math::max);
  }
}
