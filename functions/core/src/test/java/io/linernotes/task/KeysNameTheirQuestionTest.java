package io.linernotes.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.RecommendationSeeds;
import io.linernotes.catalogue.SearchQuery;
import io.linernotes.enrichment.DeezerQuestion;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.property.Cases;
import io.linernotes.property.Property;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.Names;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A key determines the question of its task: tasks with the same key ask the same, even if their
 * requests differed otherwise.
 */
class KeysNameTheirQuestionTest {

  private static final Isrc ISRC = new Isrc("GBAYE0601690");

  /** Other ways to write a name that its key does not tell apart. */
  private static final List<UnaryOperator<String>> SPELLINGS =
      List.of(
          name -> name,
          name -> "  " + name + "\u3000",
          name -> name.replace(" ", "\u00A0\t"),
          name -> "\u0000" + name.replace(" ", "\u001F"),
          KeysNameTheirQuestionTest::fullWidth);

  private static final List<String> NAMES =
      List.of("Daft Punk", "deadmau5", "Strobe", "花束を君に", "Björk", "Get Lucky (feat. X)", "Straße");

  @Test
  void anIsrcIsAskedForWithoutTheClaimBesideIt() {
    Property.holds(
        300,
        cases -> {
          Track claim = claim(cases, ISRC);

          Task.FetchDeezerTrack task =
              new Task.FetchDeezerTrack(claim, List.of(new Isrc("USRC17607839")), Set.of());

          assertThat(task.track()).isEqualTo(Track.ofIsrc(ISRC));
          assertThat(task.keys()).containsExactly(EnrichmentKeys.deezer(Track.ofIsrc(ISRC)));
          assertThat(task.found()).as("nothing that names led to").isEmpty();
        });
  }

  @Test
  void namesAreAskedForAsTheirKeyKnowsThem() {
    Property.holds(
        500,
        cases -> {
          Track one = claim(cases, null);
          Track other = respelt(cases, one);

          Task.FindIsrc task = new Task.FindIsrc(one);
          Task.FindIsrc again = new Task.FindIsrc(other);

          assertThat(again.keys()).isEqualTo(task.keys());
          assertThat(again.track()).isEqualTo(task.track());
          assertThat(EnrichmentKeys.isrc(again.track())).isEqualTo(EnrichmentKeys.isrc(one));
          assertThat(again.recording()).isEqualTo(task.recording());
          assertThat(new Task.FetchDeezerTrack(other, List.of(), Set.of()))
              .isEqualTo(new Task.FetchDeezerTrack(one, List.of(), Set.of()));
        });
  }

  /** All credits with the same first artist share MusicBrainz's answer. */
  @Test
  void musicBrainzIsAskedForTheMainArtistAlone() {
    Track alone = named("Teardrop", 331, "Massive Attack");
    Track together = named("Teardrop", 331, "Massive Attack", "Elizabeth Fraser");

    assertThat(EnrichmentKeys.isrc(together)).isEqualTo(EnrichmentKeys.isrc(alone));
    assertThat(new Task.FindIsrc(together).recording())
        .isEqualTo(new Task.FindIsrc(alone).recording());
    assertThat(new Task.FindIsrc(together).keys()).isNotEqualTo(new Task.FindIsrc(alone).keys());
  }

  @Test
  void whatOneKeyKeepsTogetherAnotherQuestionDoesNotEnter() {
    assertThat(key(named("Strobe", 637, "deadmau5")))
        .isNotEqualTo(key(named("Strobe", 214, "deadmau5")))
        .isNotEqualTo(key(named("Strobe", 637, "deadmau5", "Kaskade")));
    assertThat(key(named("Symphony No. 5: I. Allegro", 600, "An Orchestra")))
        .isNotEqualTo(key(named("Symphony No. 5: II. Andante", 600, "An Orchestra")));
    assertThat(key(named("B", 10, "A", "5"))).isNotEqualTo(key(named("5", 10, "A", "B")));
  }

  @Test
  void lastfmIsAskedByTheNamesThatItsKeyHolds() {
    Property.holds(
        500,
        cases -> {
          String artist = any(cases, NAMES);
          String title = any(cases, NAMES);

          Task.FetchLastfmTrack task = new Task.FetchLastfmTrack(artist, title);
          Task.FetchLastfmTrack again =
              new Task.FetchLastfmTrack(spelt(cases, artist), spelt(cases, title));

          assertThat(again).isEqualTo(task);
          assertThat(again.keys()).containsExactly(EnrichmentKeys.lastfm(artist, title));
          assertThat(new Task.FetchLastfmArtist(spelt(cases, artist)))
              .isEqualTo(new Task.FetchLastfmArtist(artist));
        });
  }

  @Test
  void theTitleForLastfmIsThePlainOne() {
    for (String title :
        List.of(
            "Get Lucky", "Get Lucky (feat. Pharrell Williams)", "Get Lucky - Remastered 2013")) {
      assertThat(new Task.FetchLastfmTrack("Daft Punk", title))
          .as(title)
          .isEqualTo(new Task.FetchLastfmTrack("Daft Punk", "Get Lucky"));
    }
    assertThat(new Task.FetchLastfmTrack("Daft Punk", "Get Lucky - Live").keys())
        .as("a version is another song")
        .isNotEqualTo(new Task.FetchLastfmTrack("Daft Punk", "Get Lucky").keys());
  }

  @Test
  void aSearchIsAskedByTheWordsThatItsKeyHolds() {
    Property.holds(
        200,
        cases -> {
          String words = any(cases, NAMES);
          SearchQuery query = new SearchQuery(words, 5);
          SearchQuery again = new SearchQuery(spelt(cases, words), 5);

          assertThat(again).isEqualTo(query);
          assertThat(CatalogueKeys.search(again)).isEqualTo(CatalogueKeys.search(query));
        });
    List<SpotifyId> seeds = List.of(new SpotifyId("1".repeat(22)), new SpotifyId("2".repeat(22)));
    assertThat(new Task.FetchRecommendations(new RecommendationSeeds(seeds.reversed(), 5)))
        .isEqualTo(new Task.FetchRecommendations(new RecommendationSeeds(seeds, 5)));
  }

  /** Keys ignore the case of letters, and providers do so as well. */
  @Test
  void caseAloneDiffersBetweenQuestionsOfOneKey() {
    Property.holds(
        500,
        cases -> {
          String name = any(cases, NAMES);
          String other = spelt(cases, cases.oneOf(name, name.toUpperCase(Locale.ROOT)));

          assertThat(Names.normalized(Names.asked(other))).isEqualTo(Names.normalized(name));
          assertThat(Names.normalized(other)).isEqualTo(Names.normalized(name));
        });
  }

  private static String key(Track track) {
    return DeezerQuestion.of(track).key().value();
  }

  private static Track claim(Cases cases, @Nullable Isrc isrc) {
    List<Artist> artists = new ArrayList<>();
    for (int i = cases.integer(1, 3); i > 0; i--) {
      artists.add(Artist.named(any(cases, NAMES)));
    }
    return Track.of(
        null, isrc, any(cases, NAMES), artists, Duration.ofSeconds(cases.number(60, 600)));
  }

  /** The same claim in another spelling, and with a duration that rounds to the same second. */
  private static Track respelt(Cases cases, Track claim) {
    Duration duration = claim.duration();
    return Track.of(
        null,
        null,
        spelt(cases, String.valueOf(claim.title())),
        claim.artists().stream().map(artist -> Artist.named(spelt(cases, artist.name()))).toList(),
        duration == null ? null : duration.plusMillis(cases.number(-499, 499)));
  }

  private static <T> T any(Cases cases, List<T> all) {
    return all.get(cases.integer(0, all.size() - 1));
  }

  private static String spelt(Cases cases, String name) {
    return any(cases, SPELLINGS).apply(name);
  }

  private static Track named(String title, int seconds, String... artists) {
    return Track.of(
        null,
        null,
        title,
        List.of(artists).stream().map(Artist::named).toList(),
        Duration.ofSeconds(seconds));
  }

  /** ASCII in the forms that Japanese keyboards write. */
  private static String fullWidth(String name) {
    StringBuilder wide = new StringBuilder();
    name.chars().forEach(c -> wide.append(c > ' ' && c <= '~' ? (char) (c + 0xFEE0) : (char) c));
    return wide.toString();
  }
}
