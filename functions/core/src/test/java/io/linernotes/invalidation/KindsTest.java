package io.linernotes.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.cache.CacheKey;
import io.linernotes.cache.EveryKind;
import io.linernotes.cache.Kind;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.RecommendationSeeds;
import io.linernotes.catalogue.SearchQuery;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.planning.Cooldowns;
import io.linernotes.playlist.PlaylistChange;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.provider.Cooldown;
import io.linernotes.provider.Provider;
import io.linernotes.session.Profile;
import io.linernotes.session.Scope;
import io.linernotes.track.Songs;
import io.linernotes.track.SpotifyId;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key leads to its kind, and every declared kind is listed. */
class KindsTest {

  private static final SpotifyId ID = new SpotifyId("37i9dQZF1DXcBWIGoYBM5M");
  private static final Scope USER = new Scope("ac".repeat(16));

  /** Keys of every kind, in every form that the kind has. */
  static List<CacheKey<?>> keys() {
    List<CacheKey<?>> keys =
        new ArrayList<>(
            List.of(
                EnrichmentKeys.deezer(Songs.comeTogether()),
                EnrichmentKeys.deezer(Songs.halo()),
                EnrichmentKeys.deezer(Songs.hanataba()),
                EnrichmentKeys.deezerSearch(
                    Objects.requireNonNull(Songs.halo().isrc()), Duration.ofSeconds(261)),
                EnrichmentKeys.isrc(Songs.teardrop()).orElseThrow(),
                EnrichmentKeys.lastfm("Björk", "Jóga"),
                EnrichmentKeys.artist("Björk"),
                EnrichmentKeys.correction("Björk", "Jóga"),
                EnrichmentKeys.audioFeatures(ID),
                EnrichmentKeys.audioFeatures(Objects.requireNonNull(Songs.halo().isrc())),
                EnrichmentKeys.track(ID),
                CatalogueKeys.artist(ID),
                CatalogueKeys.search(new SearchQuery("abbey road", 5)),
                CatalogueKeys.recommendations(new RecommendationSeeds(List.of(ID), 5)),
                PlaylistKeys.playlist(ID),
                PlaylistKeys.page(ID, 100),
                PlaylistKeys.playlist(ID, USER),
                PlaylistKeys.page(ID, 100, USER),
                PlaylistChange.key(ID),
                Profile.key(USER, "somebody"),
                Profile.key(USER, "x".repeat(1_100))));
    for (Provider provider : Provider.values()) {
      keys.add(Cooldown.key(provider));
    }
    keys.addAll(Cooldowns.all());
    return keys;
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aKeyNamesItsKindAndTheKindMakesTheKeyAgain(CacheKey<?> key) {
    NamedKey named = NamedKey.parse(key.value()).orElseThrow();

    assertThat(named.key()).isEqualTo(key);
    String shared = Scope.sharedPart(key.value()).orElse(key.value());
    assertThat(key.kind().key(shared.substring(key.kind().prefix().length())).value())
        .isEqualTo(shared);
  }

  @Test
  void everyKindHasAKeyAboveAndASampleForTheStores() {
    Set<Kind<?>> kinds = new HashSet<>(Kinds.all());

    assertThat(keys().stream().<Kind<?>>map(CacheKey::kind).collect(Collectors.toSet()))
        .isEqualTo(kinds);
    assertThat(
            EveryKind.all().stream()
                .<Kind<?>>map(EveryKind.Sample::kind)
                .collect(Collectors.toSet()))
        .isEqualTo(kinds);
  }

  @Test
  void noKindIsMissing() throws ReflectiveOperationException, IOException, URISyntaxException {
    assertThat(declared()).isEqualTo(new HashSet<>(Kinds.all()));
  }

  @Test
  void noTwoKindsShareAPrefixOrAName() {
    assertThat(Kinds.all()).extracting(Kind::prefix).doesNotHaveDuplicates();
    assertThat(Kinds.all()).extracting(Kind::name).doesNotHaveDuplicates();
  }

  /** The kinds that any class of this module declares. */
  private static Set<Kind<?>> declared()
      throws ReflectiveOperationException, IOException, URISyntaxException {
    Path classes = Path.of(Kind.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<Kind<?>> kinds = new HashSet<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString().replace('/', '.').replace('\\', '.');
        if (!name.endsWith("-info.class")) {
          kinds.addAll(kindsOf(Class.forName(name.substring(0, name.length() - 6))));
        }
      }
    }
    return kinds;
  }

  private static Set<Kind<?>> kindsOf(Class<?> type) throws IllegalAccessException {
    Set<Kind<?>> kinds = new HashSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (field.getType() == Kind.class && Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        kinds.add((Kind<?>) Objects.requireNonNull(field.get(null)));
      }
    }
    return kinds;
  }
}
