package io.linernotes.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  private static final String[] PROVIDERS = {
    "deezer", "musicbrainz", "lastfm", "spotify", "reccobeats"
  };

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("tests.jar"))
          .importPackages("io.linernotes");

  /**
   * The core is a module without a package of its own, so its classes are found by their place on
   * the class path.
   */
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(ArchitectureTest::isOfCore)
          .importPackages("io.linernotes");

  private static boolean isOfCore(Location location) {
    return location.contains("/functions/core/target/") && !location.contains("tests.jar");
  }

  @Test
  void everythingIsSeen() {
    assertThat(CORE.size()).isGreaterThan(50);
    assertThat(ALL.size()).isGreaterThan(CORE.size() + 100);
  }

  @Test
  void theCoreKnowsTheJdkAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..")
                .or(
                    DescribedPredicate.<JavaClass>describe(
                        "are of the core",
                        type -> CORE.contain(type.getBaseComponentType().getFullName()))))
        .check(CORE);
  }

  @Test
  void theCoreNeverReadsTheClockTheEnvironmentOrTheNetwork() {
    noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "it reads the clock or the environment", ArchitectureTest::readsTheWorld))
        .orShould()
        .dependOnClassesThat(resideInAnyPackage("java.net.http..", "java.nio.file.."))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.Socket")
        .check(CORE);
  }

  private static boolean readsTheWorld(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    String name = access.getTarget().getName();
    return switch (owner) {
      case "java.time.Instant", "java.time.LocalDate", "java.time.ZonedDateTime" ->
          name.equals("now");
      case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system");
      case "java.lang.System" ->
          Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty").contains(name);
      default -> false;
    };
  }

  @Test
  void theFeaturesOfTheCoreAreFreeOfCycles() {
    slices().matching("io.linernotes.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deezer", "musicbrainz", "lastfm", "spotify", "reccobeats"})
  void providersDoNotKnowEachOther(String provider) {
    String[] others =
        List.of(PROVIDERS).stream()
            .filter(other -> !other.equals(provider))
            .map(other -> "io.linernotes.*." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("io.linernotes.*." + provider + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(ALL);
  }

  @Test
  void jacksonBelongsToTheWireFormats() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.linernotes.json..", "io.linernotes.local..")
        .and()
        .resideOutsideOfPackage("io.linernotes.simulator..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(ALL);
  }

  @Test
  void dynamoDbBelongsToTheCache() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.linernotes..dynamodb..", "io.linernotes.local..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk.services.dynamodb..")
        .check(ALL);
  }

  @Test
  void sqsBelongsToTheQueue() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.linernotes..sqs..", "io.linernotes.local..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk.services.sqs..")
        .check(ALL);
  }

  @Test
  void theApiAndTheSessionsDoNotCarryTheWorker() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.linernotes.api..", "io.linernotes.session..", "io.linernotes.http..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.linernotes.worker..")
        .check(ALL);
  }

  @Test
  void otherServicesAreCalledThroughOneHttpClient() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.linernotes.http..",
            "io.linernotes.local..",
            "io.linernotes.simulator..",
            "io.linernotes.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net.http..")
        .check(ALL);
  }

  @Test
  void urlsAreEncodedInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.linernotes.http..", "io.linernotes.local..", "io.linernotes.simulator..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.URLEncoder")
        .check(ALL);
  }

  @Test
  void lambdaEventsBelongToTheHandlers() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.linernotes.api..",
            "io.linernotes.worker..",
            "io.linernotes.observability..",
            "io.linernotes.local..")
        .and()
        .haveSimpleNameNotEndingWith("Handler")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws.services.lambda..")
        .check(ALL);
  }

  /** {@code System.getLogger} would not find the logger that writes JSON in Lambda. */
  @Test
  void functionsTakeTheirLoggersWhereLambdaFindsThem() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.linernotes.observability..",
            "io.linernotes.local..",
            "io.linernotes.simulator..",
            "io.linernotes.bench..")
        .should()
        .callMethod(System.class, "getLogger", String.class)
        .check(ALL);
  }

  @Test
  void powertoolsBelongsToWhatLogsAndMeasures() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.linernotes.observability..", "io.linernotes.secret..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.lambda..", "org.slf4j..", "org.apache.logging..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("io.linernotes.secret..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("software.amazon.lambda.powertools..")
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage("software.amazon.lambda.powertools.parameters.."))))
        .check(ALL);
  }

  @Test
  void nobodyDependsOnInfra() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.linernotes.local..", "io.linernotes.simulator..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.linernotes.local..", "io.linernotes.simulator..")
        .check(ALL);
  }
}
