package io.linernotes.api.format;

import io.linernotes.analysis.Analysis;
import io.linernotes.http.UrlEncoding;
import io.linernotes.mixing.MusicalKey;
import io.linernotes.playlist.Playlist;
import io.linernotes.track.SpotifyId;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A library with one playlist in the XML format of rekordbox
 * (https://cdn.rekordbox.com/files/20200410160904/xml_format_list.pdf), which Traktor, Serato
 * converters and Mixxx read, too. BPM, key and comment are set; unknown values are left out. The
 * format requires a location: a streaming service's for a Spotify track, else a file name.
 */
final class RekordboxFormat {

  private static final String NAMELESS = "linernotes";

  private RekordboxFormat() {}

  static String text(Analysis analysis) {
    Playlist playlist = analysis.playlist();
    String name = playlist == null ? null : playlist.name();
    List<Row> rows =
        Row.of(analysis).stream()
            .filter(row -> row.isTrack() || row.type().equals("local"))
            .toList();
    return document(name == null ? NAMELESS : name, rows);
  }

  /** A library without tracks. */
  static String empty() {
    return document(NAMELESS, List.of());
  }

  private static String document(String name, List<Row> rows) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("DJ_PLAYLISTS");
      attribute(xml, "Version", "1.0.0");
      product(xml);
      collection(xml, rows);
      playlists(xml, name, rows);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return text.toString();
  }

  private static void product(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeEmptyElement("PRODUCT");
    attribute(xml, "Name", "linernotes");
    attribute(xml, "Version", "1.0");
    attribute(xml, "Company", "");
  }

  private static void collection(XMLStreamWriter xml, List<Row> rows) throws XMLStreamException {
    xml.writeStartElement("COLLECTION");
    attribute(xml, "Entries", rows.size());
    for (int i = 0; i < rows.size(); i++) {
      track(xml, i + 1, rows.get(i));
    }
    xml.writeEndElement();
  }

  private static void track(XMLStreamWriter xml, int number, Row row) throws XMLStreamException {
    xml.writeEmptyElement("TRACK");
    attribute(xml, "TrackID", number);
    attribute(xml, "Name", row.title() == null ? "" : row.title());
    attribute(xml, "Artist", String.join(", ", row.artists()));
    attribute(xml, "Album", row.album());
    attribute(xml, "TotalTime", row.duration() == null ? null : row.duration().toSeconds());
    attribute(xml, "Year", year(row.releaseDate()));
    Double bpm = row.mix().bpm();
    attribute(xml, "AverageBpm", bpm == null ? null : String.format(Locale.ROOT, "%.2f", bpm));
    MusicalKey key = row.mix().key();
    attribute(xml, "Tonality", key == null ? null : key.name());
    attribute(xml, "Comments", Comment.of(row));
    attribute(xml, "Location", location(row));
  }

  private static void playlists(XMLStreamWriter xml, String name, List<Row> rows)
      throws XMLStreamException {
    xml.writeStartElement("PLAYLISTS");
    xml.writeStartElement("NODE");
    attribute(xml, "Type", 0);
    attribute(xml, "Name", "ROOT");
    attribute(xml, "Count", 1);
    xml.writeStartElement("NODE");
    attribute(xml, "Name", name);
    attribute(xml, "Type", 1);
    attribute(xml, "KeyType", 0);
    attribute(xml, "Entries", rows.size());
    for (int i = 0; i < rows.size(); i++) {
      xml.writeEmptyElement("TRACK");
      attribute(xml, "Key", i + 1);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, @Nullable Object value)
      throws XMLStreamException {
    if (value != null) {
      xml.writeAttribute(name, representable(String.valueOf(value)));
    }
  }

  /** The text without characters that XML 1.0 forbids even if escaped. */
  private static String representable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .map(character -> Character.isISOControl(character) ? ' ' : character)
        .filter(RekordboxFormat::isRepresentable)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isRepresentable(int character) {
    boolean isSurrogate =
        character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    return !isSurrogate && character != 0xFFFE && character != 0xFFFF;
  }

  private static @Nullable String year(@Nullable String releaseDate) {
    return releaseDate == null ? null : releaseDate.substring(0, 4);
  }

  private static String location(Row row) {
    SpotifyId id = row.id();
    return id == null
        ? "file://localhost/" + UrlEncoding.encoded(row.name())
        : "file://localhostspotify:track:" + id;
  }
}
