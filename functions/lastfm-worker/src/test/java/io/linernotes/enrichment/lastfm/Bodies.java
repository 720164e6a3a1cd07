package io.linernotes.enrichment.lastfm;

/** Reply bodies in the shapes in which Last.fm sends them. */
final class Bodies {

  static final String GREY_STAR =
      "https://lastfm.freetls.fastly.net/i/u/300x300/2a96cbd8b46e442fc41c2b86b821562f.png";

  private Bodies() {}

  static String error(int code, String message) {
    return "{\"message\":\"" + message + "\",\"error\":" + code + ",\"links\":[]}";
  }

  /** A well-known track with every field. */
  static String hyperballad() {
    return """
        {"track":{
          "name":"Hyperballad",
          "mbid":"a1b2c3d4-0000-4000-8000-000000000001",
          "url":"https://www.last.fm/music/Bj%C3%B6rk/_/Hyperballad",
          "duration":"321000",
          "streamable":{"#text":"0","fulltrack":"0"},
          "listeners":"901234",
          "playcount":"7654321",
          "artist":{"name":"Björk","mbid":"","url":"https://www.last.fm/music/Bj%C3%B6rk"},
          "album":{"artist":"Björk","title":"Post","mbid":"",
            "url":"https://www.last.fm/music/Bj%C3%B6rk/Post",
            "image":[
              {"#text":"https://img.example.org/34s/post.png","size":"small"},
              {"#text":"https://img.example.org/300x300/post.png","size":"extralarge"}],
            "@attr":{"position":"2"}},
          "toptags":{"tag":[
            {"name":"electronic","url":"https://www.last.fm/tag/electronic"},
            {"name":"seen live","url":"https://www.last.fm/tag/seen+live"},
            {"name":"bjork","url":"https://www.last.fm/tag/bjork"},
            {"name":"Trip-Hop","url":"https://www.last.fm/tag/trip-hop"}]},
          "wiki":{"published":"14 Apr 2009, 16:25",
            "summary":"\\"Hyperballad\\" is a song of <b>Post</b> &amp; its third single. <a href=\\"https://www.last.fm/music/Bj%C3%B6rk/_/Hyperballad\\">Read more on Last.fm</a>.",
            "content":"longer"}}}""";
  }

  /** A track with its names and the given fields. */
  static String track(String artist, String title, String moreFields) {
    return "{\"track\":{\"name\":\"%s\",\"artist\":{\"name\":\"%s\"}%s}}"
        .formatted(title, artist, moreFields);
  }

  static String similar() {
    return """
        {"similartracks":{"track":[
          {"name":"Teardrop","playcount":123,"mbid":"","match":1.0,"duration":330,
           "artist":{"name":"Massive Attack"}},
          {"name":"Roads","match":"0.75","artist":{"name":"Portishead"}},
          {"name":"Lost","match":0.5,"artist":{"name":"[unknown]"}},
          {"name":"","match":0.4,"artist":{"name":"Nameless"}},
          {"name":"Glory Box","match":"","artist":{"name":"Portishead"}}],
         "@attr":{"artist":"Björk"}}}""";
  }

  static String noneSimilar() {
    return "{\"similartracks\":{\"track\":[],\"@attr\":{\"artist\":\"Björk\"}}}";
  }

  static String artist() {
    return """
        {"artist":{
          "name":"Björk","mbid":"","url":"https://www.last.fm/music/Bj%%C3%%B6rk",
          "image":[
            {"#text":"%s","size":"small"},
            {"#text":"","size":"large"},
            {"#text":"https://img.example.org/bjork.png","size":"mega"},
            {"#text":"https://img.example.org/bjork.png","size":""}],
          "streamable":"0","ontour":"0",
          "stats":{"listeners":"2345678","playcount":"98765432"},
          "similar":{"artist":[{"name":"Emilíana Torrini"},{"name":""},{"name":"Portishead"}]},
          "tags":{"tag":[{"name":"electronic"},{"name":"Björk"},{"name":"icelandic"}]},
          "bio":{"links":{"link":{"#text":"","rel":"original"}},"published":"01 Jan 2011, 12:41",
            "summary":"An Icelandic singer. <a href=\\"https://www.last.fm/music/Bj%%C3%%B6rk\\">Read more on Last.fm</a>",
            "content":"longer"}}}"""
        .formatted(GREY_STAR);
  }
}
