package io.linernotes.template;

import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.local.stack.template.Resources;
import io.linernotes.local.stack.template.Template;
import io.linernotes.local.stack.template.TemplateException;
import io.linernotes.local.stack.template.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The project's templates and SAM's configuration by their paths, with or without a change. */
record Templates(Map<String, String> texts) {

  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  static final String MAIN = "template.yaml";
  static final String SAM = "samconfig.toml";

  /** What has to be given, and what brings every resource into the stack. */
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "SpotifyClientId", "client",
          "Contact", "rules@example.org",
          "FixedEgressIp", "true",
          "FirewallRequestsPerFiveMinutes", "1000",
          "KmsKeyArn", "arn:aws:kms:us-east-1:000000000000:key/rules");

  static Templates ofProject() {
    var texts = new HashMap<String, String>();
    texts.put(MAIN, read(ROOT.resolve(MAIN)));
    texts.put(SAM, read(ROOT.resolve(SAM)));
    try (Stream<Path> files = Files.list(ROOT.resolve("infra"))) {
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .forEach(file -> texts.put("infra/" + file.getFileName(), read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Templates(texts);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy in which a text, which must be there, is replaced wherever it stands. */
  Templates with(String file, String text, String replacement) {
    var changed = new HashMap<>(texts);
    var before = changed.get(file);
    if (before == null || !before.contains(text)) {
      throw new IllegalArgumentException(file + " holds no " + text);
    }
    changed.put(file, before.replace(text, replacement));
    return new Templates(changed);
  }

  /** The template of the service. */
  Template main() {
    return Template.parse(texts.getOrDefault(MAIN, ""), MAIN);
  }

  Topology topology() {
    return main().resolve(PARAMETERS, Endpoints.NONE);
  }

  /** The service's resources, their references resolved. */
  Resources resources() {
    return main().resources(PARAMETERS, Endpoints.NONE);
  }

  /** The resources of every template, stacks within stacks with what they are given. */
  List<Resources> allResources() {
    var all = new ArrayList<Resources>();
    collect(MAIN, PARAMETERS, all);
    return all;
  }

  private void collect(String file, Map<String, String> given, List<Resources> all) {
    var text =
        Optional.ofNullable(texts.get(file))
            .orElseThrow(() -> new TemplateException("There is no template " + file));
    var resources = Template.parse(text, file).resources(given, Endpoints.NONE);
    all.add(resources);
    for (var stack : resources.ofType("AWS::CloudFormation::Stack")) {
      var values = new LinkedHashMap<String, String>();
      var parameters = stack.section("Parameters");
      parameters.values().keySet().forEach(name -> values.put(name, parameters.text(name)));
      var directory = file.contains("/") ? file.substring(0, file.lastIndexOf('/') + 1) : "";
      collect(directory + stack.text("TemplateURL"), values, all);
    }
  }
}
