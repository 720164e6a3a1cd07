package io.linernotes.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.linernotes.enrichment.Match;
import io.linernotes.enrichment.Section;
import io.linernotes.playlist.PlaylistEntry;
import io.linernotes.provider.Cooldown;
import io.linernotes.session.SessionId;
import io.linernotes.task.Task;
import io.linernotes.track.Isrc;
import io.linernotes.track.SpotifyId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** Maps the domain's records to JSON: snake_case names, durations in milliseconds. */
final class Mapper {

  /** Reads JSON from outside: unknown fields are ignored, depth and text length are bounded. */
  static final ObjectMapper READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength(4_000_000)
                          .build())
                  .build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Reads and writes this service's own records. */
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // Otherwise a record's method such as isNamed would count as a field.
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .addModule(domain())
          .addMixIn(Task.class, TaskTypes.class)
          .addMixIn(PlaylistEntry.class, EntryTypes.class)
          .addMixIn(Section.class, SnakeCase.class)
          .addMixIn(Match.class, MatchFields.class)
          .addMixIn(Match.By.class, SnakeCase.class)
          .addMixIn(Cooldown.Reason.class, SnakeCase.class)
          .build();

  private Mapper() {}

  private static SimpleModule domain() {
    return new SimpleModule("linernotes")
        .addSerializer(SpotifyId.class, text(SpotifyId::value))
        .addDeserializer(SpotifyId.class, parsed(SpotifyId::new))
        .addSerializer(SessionId.class, text(SessionId::value))
        .addDeserializer(SessionId.class, parsed(SessionId::new))
        .addSerializer(Isrc.class, text(Isrc::value))
        .addDeserializer(Isrc.class, parsed(Isrc::new))
        .addSerializer(Instant.class, text(Instant::toString))
        .addDeserializer(Instant.class, parsed(Instant::parse))
        .addSerializer(LocalDate.class, text(LocalDate::toString))
        .addDeserializer(LocalDate.class, parsed(LocalDate::parse))
        .addSerializer(
            Duration.class,
            new JsonSerializer<>() {
              @Override
              public void serialize(Duration value, JsonGenerator out, SerializerProvider context)
                  throws IOException {
                out.writeNumber(value.toMillis());
              }
            })
        .addDeserializer(
            Duration.class,
            new JsonDeserializer<>() {
              @Override
              public Duration deserialize(JsonParser in, DeserializationContext context)
                  throws IOException {
                return Duration.ofMillis(in.getLongValue());
              }
            });
  }

  private static <T> JsonSerializer<T> text(Function<T, String> format) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator out, SerializerProvider context)
          throws IOException {
        out.writeString(format.apply(value));
      }
    };
  }

  private static <T> JsonDeserializer<T> parsed(Function<String, T> parse) {
    return new JsonDeserializer<>() {
      @Override
      public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        return parse.apply(in.getText());
      }
    };
  }

  private interface MatchFields {
    @JsonProperty("duration_ms")
    Duration duration();
  }

  @EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
  private interface SnakeCase {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "task")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Task.FetchPlaylist.class, name = "playlist"),
    @JsonSubTypes.Type(value = Task.FetchPlaylistPage.class, name = "playlist_page"),
    @JsonSubTypes.Type(value = Task.FetchProfile.class, name = "profile"),
    @JsonSubTypes.Type(value = Task.FetchAudioFeatures.class, name = "audio_features"),
    @JsonSubTypes.Type(value = Task.FetchReccoBeatsFeatures.class, name = "reccobeats_features"),
    @JsonSubTypes.Type(value = Task.FetchFeaturesByIsrc.class, name = "isrc_features"),
    @JsonSubTypes.Type(value = Task.FetchTracks.class, name = "tracks"),
    @JsonSubTypes.Type(value = Task.FetchArtists.class, name = "artists"),
    @JsonSubTypes.Type(value = Task.FetchSearch.class, name = "search"),
    @JsonSubTypes.Type(value = Task.FetchRecommendations.class, name = "recommendations"),
    @JsonSubTypes.Type(value = Task.FindIsrc.class, name = "isrc"),
    @JsonSubTypes.Type(value = Task.FetchDeezerTrack.class, name = "deezer_track"),
    @JsonSubTypes.Type(value = Task.FetchLastfmTrack.class, name = "lastfm_track"),
    @JsonSubTypes.Type(value = Task.FetchLastfmArtist.class, name = "lastfm_artist")
  })
  private interface TaskTypes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = PlaylistEntry.OfTrack.class, name = "track"),
    @JsonSubTypes.Type(value = PlaylistEntry.Local.class, name = "local"),
    @JsonSubTypes.Type(value = PlaylistEntry.Episode.class, name = "episode"),
    @JsonSubTypes.Type(value = PlaylistEntry.Unavailable.class, name = "unavailable"),
    @JsonSubTypes.Type(value = PlaylistEntry.Unknown.class, name = "unknown")
  })
  private interface EntryTypes {}
}
