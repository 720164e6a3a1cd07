package io.linernotes.api.priming;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import io.linernotes.cache.Entry;
import io.linernotes.cache.TrackCache;
import io.linernotes.cache.dynamodb.DynamoDbTrackCache;
import io.linernotes.config.Configuration;
import io.linernotes.enrichment.AudioFeatures;
import io.linernotes.enrichment.DeezerTrack;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.LastfmArtist;
import io.linernotes.enrichment.LastfmTrack;
import io.linernotes.enrichment.Match;
import io.linernotes.json.PlainFormat;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs every kind of request before a snapshot is taken, so that no first request pays for loading
 * and linking classes. The handler is a real one, made by the given factory, over {@link FakeAws}.
 * Events and answers pass through the Lambda runtime's own serializers.
 */
public final class Priming {

  /** Makes a handler from a function's environment. */
  public interface HandlerFactory
      extends Function<
          Map<String, String>,
          RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>> {}

  private static final SpotifyId PLAYLIST = new SpotifyId("rehearsal0000000000001");
  private static final SpotifyId ABSENT = new SpotifyId("rehearsal0000000000002");
  private static final SpotifyId TRACK = new SpotifyId("rehearsal0000000000003");
  private static final String ANALYSIS = "/v1/playlists/{playlist_id}/analysis";

  private final RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler;
  private final Context context;
  private final PojoSerializer<APIGatewayProxyRequestEvent> requests =
      LambdaEventSerializers.serializerFor(
          APIGatewayProxyRequestEvent.class, Priming.class.getClassLoader());
  private final PojoSerializer<APIGatewayProxyResponseEvent> answers =
      JacksonFactory.getInstance().getSerializer(APIGatewayProxyResponseEvent.class);

  private Priming(
      RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler,
      Context context) {
    this.handler = handler;
    this.context = context;
  }

  /**
   * Runs requests with every kind of outcome: everything cached, nothing cached, refused.
   *
   * @param environment the function's own
   * @throws IOException if {@link FakeAws} cannot listen on the loopback interface
   */
  public static void run(Map<String, String> environment, HandlerFactory handlers)
      throws IOException {
    try (FakeAws aws = FakeAws.start()) {
      Map<String, String> variables = new HashMap<>(environment);
      variables.putAll(aws.environment());
      variables.put("DEMAND_SAMPLING", "1");
      fill(DynamoDbTrackCache.from(Configuration.of(variables)), Instant.now());
      unmeasured(new Priming(handlers.apply(variables), new PrimingContext(environment))::requests);
    }
  }

  /**
   * Discards standard output meanwhile, because metrics are lines there and priming must not be
   * counted.
   */
  private static void unmeasured(Runnable work) {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(out);
    }
  }

  private void requests() {
    analysisOf(ABSENT);
    analysisOf(PLAYLIST);
    enrichment();
    request("GET", "/v1/status", Map.of(), null);
    request("GET", "/v1/search", Map.of(), null);
  }

  private void analysisOf(SpotifyId playlist) {
    request("GET", ANALYSIS, Map.of("playlist_id", playlist.value()), null);
  }

  private void enrichment() {
    request(
        "POST",
        "/v1/tracks/enrichment",
        Map.of(),
        "{\"tracks\":[{\"spotify_id\":\"%s\",\"isrc\":\"QZREH2600001\",\"title\":\"Priming\","
                .formatted(TRACK)
            + "\"artists\":[\"Nobody\"],\"duration_ms\":180000},"
            // Letters beyond ASCII take a code path of their own.
            + "{\"title\":\"Répétition\",\"artists\":[\"Nobody\"]}],"
            + "\"include\":[\"deezer\",\"lastfm\"]}");
  }

  private void request(
      String method, String route, Map<String, String> path, @Nullable String body) {
    Map<String, Object> event = new HashMap<>();
    event.put("resource", route);
    event.put("path", route);
    event.put("httpMethod", method);
    event.put("headers", Map.of("Accept", "application/json", "Content-Type", "application/json"));
    event.put("multiValueHeaders", Map.of("Accept", List.of("application/json")));
    event.put("queryStringParameters", Map.of("limit", "50"));
    event.put("multiValueQueryStringParameters", Map.of("limit", List.of("50")));
    event.put("pathParameters", path);
    event.put(
        "requestContext",
        Map.of(
            "requestId",
            "rehearsal",
            "requestTimeEpoch",
            0,
            "identity",
            Map.of("sourceIp", "127.0.0.1")));
    event.put("body", body);
    event.put("isBase64Encoded", false);
    byte[] json = PlainFormat.text(event).getBytes(StandardCharsets.UTF_8);
    APIGatewayProxyResponseEvent answer =
        handler.handleRequest(requests.fromJson(new ByteArrayInputStream(json)), context);
    answers.toJson(answer, new ByteArrayOutputStream());
  }

  private static void fill(TrackCache cache, Instant now) {
    Track track =
        new Track(
            TRACK,
            new Isrc("QZREH2600001"),
            "Priming",
            List.of(new Artist("Nobody", new SpotifyId("rehearsal0000000000004"))),
            Duration.ofMinutes(3),
            "Dry Run",
            "2026-01-01",
            false,
            50);
    Track another =
        new Track(
            new SpotifyId("rehearsal0000000000005"),
            null,
            "Répétition",
            track.artists(),
            Duration.ofMinutes(4),
            "Dry Run",
            "2025",
            true,
            null);
    cache.put(
        Entry.found(
            PlaylistKeys.playlist(PLAYLIST),
            new Playlist(PLAYLIST, "Priming", "", "Nobody", "1", 4, 100, 100, false),
            now),
        null);
    cache.put(
        Entry.found(
            PlaylistKeys.page(PLAYLIST, 0),
            new PlaylistPage(
                0,
                "1",
                List.of(
                    new PlaylistEntry.OfTrack(track),
                    new PlaylistEntry.OfTrack(another),
                    new PlaylistEntry.Unavailable(),
                    new PlaylistEntry.Episode("rehearsal", "Talk", Duration.ofMinutes(3)))),
            now),
        null);
    cache.put(
        Entry.found(
            EnrichmentKeys.deezer(track),
            new DeezerTrack(
                1L,
                track.isrc(),
                track.title(),
                "Nobody",
                track.duration(),
                120.5,
                -9.5,
                500_000,
                LocalDate.of(2026, 1, 1),
                "deezer",
                new Match(
                    Match.By.ISRC,
                    1,
                    track.title(),
                    List.of("Nobody"),
                    track.isrc(),
                    track.duration())),
            now),
        null);
    cache.put(
        Entry.found(
            EnrichmentKeys.lastfm("Nobody", "Priming"),
            new LastfmTrack(
                "Nobody",
                "Priming",
                false,
                false,
                List.of("quiet"),
                1L,
                1L,
                180_000L,
                null,
                null,
                new LastfmTrack.Album("Nobody", "Dry Run", null, null),
                null,
                // Titles close to the track's own, so that they are compared word by word.
                List.of(
                    new LastfmTrack.Similar("Nobody", "Sound Check", 0.5),
                    new LastfmTrack.Similar("Somebody", "Priming (Sound Check)", 0.4),
                    new LastfmTrack.Similar("Nobody", "Priming (Live) - Dry Run Remix", 0.3))),
            now),
        null);
    cache.put(
        Entry.found(
            EnrichmentKeys.artist("Nobody"),
            new LastfmArtist(
                "Nobody",
                "Never heard.",
                List.of("quiet"),
                1L,
                1L,
                null,
                null,
                List.of("Somebody"),
                Map.of("small", "https://example.org/nobody.png")),
            now),
        null);
    cache.put(
        Entry.found(
            EnrichmentKeys.audioFeatures(TRACK),
            new AudioFeatures(0.1, 0.2, 0.3, 0.4, 0.5, -9.5, 0.6, 0.7, 120.5, 0, 1, 4, "spotify"),
            now),
        null);
  }
}
