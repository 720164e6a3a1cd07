package io.linernotes.enrichment.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.LastfmTrack.Similar;
import io.linernotes.enrichment.Outcome;
import io.linernotes.http.HttpCall;
import io.linernotes.http.ScriptedHttp;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastfmClientTest {

  private static final String KEY = "0123456789abcdef";

  private final ScriptedHttp http = new ScriptedHttp();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ws.audioscrobbler.com/2.0/",
        "https://ws.audioscrobbler.com/2.0",
        "https://ws.audioscrobbler.com/2.0//"
      })
  void asksWithExactlyOneSlashBeforeTheQuery(String base) {
    http.replying(200, Bodies.hyperballad());

    client(base).track("Björk", "Hyper & ballad?");

    assertThat(http.urls())
        .containsExactly(
            "https://ws.audioscrobbler.com/2.0/?method=track.getInfo&artist=Bj%C3%B6rk"
                + "&track=Hyper%20%26%20ballad%3F&autocorrect=1&api_key="
                + KEY
                + "&format=json");
  }

  @Test
  void asksForTenSimilarTracks() {
    http.replying(200, Bodies.similar());

    client().similar("Björk", "Hyperballad");

    assertThat(http.urls().getFirst())
        .contains("method=track.getSimilar", "&autocorrect=1", "&limit=10", "&format=json");
  }

  @Test
  void namesItsCallsWithoutTheKey() {
    http.replying(200, Bodies.artist());

    client().artist("Björk");

    assertThat(http.calls()).extracting(HttpCall::toString).containsExactly("artist.getInfo");
  }

  @Test
  void mapsATrack() {
    assertThat(found(Bodies.hyperballad()))
        .isEqualTo(
            new LastfmTrack(
                "Björk",
                "Hyperballad",
                false,
                false,
                List.of("electronic", "Trip-Hop"),
                901234L,
                7654321L,
                321000L,
                "https://www.last.fm/music/Bj%C3%B6rk/_/Hyperballad",
                "a1b2c3d4-0000-4000-8000-000000000001",
                new LastfmTrack.Album(
                    "Björk",
                    "Post",
                    "https://www.last.fm/music/Bj%C3%B6rk/Post",
                    "https://img.example.org/300x300/post.png"),
                "\"Hyperballad\" is a song of Post & its third single.",
                List.of()));
  }

  @Test
  void readsZeroAndBlankAsUnknown() {
    LastfmTrack track =
        found(
            Bodies.track(
                "Björk",
                "Hyperballad",
                """
                ,"mbid":"","url":"","duration":"0","listeners":"0","playcount":"0",
                "album":{"title":"","image":[]},"toptags":"","wiki":{"summary":" "},
                "mbid":"a1b2c3d4-0000-4000-8000-000000000001"
                """));

    assertThat(track)
        .isEqualTo(
            new LastfmTrack(
                "Björk",
                "Hyperballad",
                false,
                false,
                List.of(),
                null,
                null,
                null,
                null,
                "a1b2c3d4-0000-4000-8000-000000000001",
                null,
                null,
                List.of()));
  }

  @Test
  void readsNumbersThatAreNumbers() {
    LastfmTrack track =
        found(
            Bodies.track(
                "Björk", "Hyperballad", ",\"listeners\":12,\"duration\":5000,\"playcount\":30"));

    assertThat(track)
        .extracting(LastfmTrack::listeners, LastfmTrack::durationMs, LastfmTrack::playcount)
        .containsExactly(12L, 5000L, 30L);
  }

  @Test
  void readsASingleTagThatIsNoArray() {
    assertThat(
            found(withTags("{\"tag\":{\"name\":\"house\",\"url\":\"https://example.org\"}}"))
                .topTags())
        .containsExactly("house");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "{}", "null", "[]", "{\"#text\":\"\\n\"}", "{\"tag\":\"\\n\"}"})
  void readsTagsThatAreNone(String toptags) {
    assertThat(found(withTags(toptags)).topTags()).isEmpty();
  }

  @Test
  void keepsFiveTagsInOrderWithoutNoise() {
    assertThat(
            found(
                    withTags(
                        """
                        {"tag":[{"name":"Favorites"},{"name":"house"},{"name":"House"},{"name":"BJÖRK"},
                        {"name":""},{"name":"b"},{"name":"c"},{"name":"d"},{"name":"e"},{"name":"f"}]}
                        """))
                .topTags())
        .containsExactly("house", "b", "c", "d", "e");
  }

  @Test
  void leavesOutPlaceholderCovers() {
    String album =
        ",\"listeners\":\"9\",\"album\":{\"title\":\"Post\",\"image\":[{\"#text\":\"%s\",\"size\":\"large\"}]}";

    LastfmTrack track =
        found(Bodies.track("Björk", "Hyperballad", album.formatted(Bodies.GREY_STAR)));

    assertThat(track.album()).isEqualTo(new LastfmTrack.Album(null, "Post", null, null));
  }

  @Test
  void saysWhetherTheNamesWereCorrected() {
    http.replying(200, Bodies.hyperballad());
    http.replying(200, Bodies.hyperballad());

    assertThat(value(client().track("Bjork", "hyperballad")).corrected()).isTrue();
    assertThat(value(client().track("BJÖRK", " hyperballad ")).corrected()).isFalse();
  }

  @Test
  void takesAPairThatWasScrobbledOnceForATypingError() {
    http.replying(
        200,
        Bodies.track(
            "Bjrk", "Hypr", ",\"duration\":\"0\",\"listeners\":\"2\",\"playcount\":\"3\""));

    assertThat(client().track("Bjrk", "Hypr")).isEqualTo(new Outcome.Missing<>());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"listeners\":\"5\",\"duration\":\"0\"",
        ",\"listeners\":\"2\",\"duration\":\"1000\"",
        ",\"listeners\":\"2\",\"mbid\":\"a1b2c3d4-0000-4000-8000-000000000001\"",
        ",\"playcount\":\"2\""
      })
  void believesInARareTrackThatSomethingSpeaksFor(String fields) {
    assertThat(found(Bodies.track("Björk", "Hyperballad", fields)).canonicalTrack())
        .isEqualTo("Hyperballad");
  }

  @Test
  void doesNotKnowTheUnknownArtist() {
    http.replying(200, Bodies.track("[unknown]", "Hyperballad", ",\"listeners\":\"2700000\""));
    http.replying(200, "{\"artist\":{\"name\":\"[Unknown]\"}}");

    assertThat(client().track("Björk", "Hyperballad")).isEqualTo(new Outcome.Missing<>());
    assertThat(client().artist("[unknown]")).isEqualTo(new Outcome.Missing<>());
  }

  @Test
  void refusesAnotherTracksData() {
    http.replying(200, Bodies.hyperballad());

    assertThat(client().track("Daft Punk", "Around the World")).isEqualTo(new Outcome.Missing<>());
  }

  @Test
  void mapsSimilarTracks() {
    http.replying(200, Bodies.similar());

    assertThat(value(client().similar("Björk", "Hyperballad")))
        .containsExactly(
            new Similar("Massive Attack", "Teardrop", 1.0),
            new Similar("Portishead", "Roads", 0.75),
            new Similar("Portishead", "Glory Box", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"track\":[]}", "{\"#text\":\"\\n\"}", "\"\\n   \""})
  void readsSimilarTracksThatAreNone(String similar) {
    http.replying(200, "{\"similartracks\":" + similar + "}");

    assertThat(value(client().similar("Björk", "Hyperballad"))).isEmpty();
  }

  @Test
  void mapsAnArtist() {
    http.replying(200, Bodies.artist());

    assertThat(value(client().artist("Björk")))
        .isEqualTo(
            new LastfmArtist(
                "Björk",
                "An Icelandic singer.",
                List.of("electronic", "icelandic"),
                2345678L,
                98765432L,
                "https://www.last.fm/music/Bj%C3%B6rk",
                null,
                List.of("Emilíana Torrini", "Portishead"),
                Map.of("mega", "https://img.example.org/bjork.png")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"track\":\"\"}", "{\"track\":{\"name\":\"\"}}", "[]"})
  void callsAReplyWithoutATrackUnavailable(String body) {
    http.replying(200, body);
    http.replying(200, body);
    http.replying(200, body);

    assertThat(client().track("Björk", "Hyperballad")).isInstanceOf(Outcome.Unavailable.class);
    assertThat(client().similar("Björk", "Hyperballad")).isInstanceOf(Outcome.Unavailable.class);
    assertThat(client().artist("Björk")).isInstanceOf(Outcome.Unavailable.class);
  }

  private LastfmTrack found(String body) {
    ScriptedHttp scripted = new ScriptedHttp().replying(200, body);
    return value(
        new LastfmClient(scripted, URI.create("https://lastfm.example"), () -> KEY)
            .track("Björk", "Hyperballad"));
  }

  private static String withTags(String toptags) {
    return Bodies.track("Björk", "Hyperballad", ",\"listeners\":\"900\",\"toptags\":" + toptags);
  }

  private static <T> T value(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Found.class);
    return ((Outcome.Found<T>) outcome).value();
  }

  private LastfmClient client() {
    return client("https://ws.audioscrobbler.com/2.0/");
  }

  private LastfmClient client(String base) {
    return new LastfmClient(http, URI.create(base), () -> KEY);
  }
}
