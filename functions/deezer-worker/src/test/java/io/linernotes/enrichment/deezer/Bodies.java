package io.linernotes.enrichment.deezer;

/** Reply bodies in the shapes in which Deezer sends them. */
final class Bodies {

  static final String QUOTA =
      "{\"error\":{\"type\":\"Exception\",\"message\":\"Quota limit exceeded\",\"code\":4}}";
  static final String NO_DATA =
      "{\"error\":{\"type\":\"DataException\",\"message\":\"no data\",\"code\":800}}";
  static final String NO_HITS = "{\"data\":[],\"total\":0}";

  private Bodies() {}

  static String error(int code) {
    return "{\"error\":{\"type\":\"SomeException\",\"message\":\"some words\",\"code\":%d}}"
        .formatted(code);
  }

  /** A full track object, with fields that are not read. */
  static String comeTogether() {
    return track(116348632, "GBAYE0601690", "Come Together (Remastered 2009)", "The Beatles", 258);
  }

  static String track(long id, String isrc, String title, String artist, int seconds) {
    return track(
        id, isrc, title, artist, "\"duration\":%d,\"bpm\":165.1,\"gain\":-9.2".formatted(seconds));
  }

  /** A track with these fields besides its names. */
  static String track(long id, String isrc, String title, String artist, String fields) {
    return """
        {"id":%d,"readable":false,"title":"%s","title_short":"%s","title_version":"",
         "isrc":"%s","link":"https://www.deezer.com/track/%d","rank":901234,
         "release_date":"2009-09-09","explicit_lyrics":false,"explicit_content_lyrics":6,
         "preview":"https://cdnt-preview.dzcdn.net/api/1/1/a.mp3?hdnea=exp=1",
         "artist":{"id":1,"name":"%s","type":"artist"},
         "album":{"id":2,"title":"An Album","release_date":"1969-09-26","type":"album"},
         %s,"type":"track"}"""
        .formatted(id, title, title, isrc, id, artist, fields);
  }

  /** A search hit, which has fewer fields than a track. */
  static String hit(long id, String title, String artist, int seconds) {
    return """
        {"id":%d,"readable":true,"title":"%s","duration":%d,"rank":5,
         "artist":{"id":1,"name":"%s","type":"artist"},"type":"track"}"""
        .formatted(id, title, seconds, artist);
  }

  /** A page that lists all hits. */
  static String hits(String... hits) {
    return page(hits.length, hits);
  }

  /** A page with that total. */
  static String page(int total, String... hits) {
    return "{\"data\":[%s],\"total\":%d,\"next\":\"https://api.deezer.com/search?index=25\"}"
        .formatted(String.join(",", hits), total);
  }
}
