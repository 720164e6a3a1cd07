package io.linernotes.template;

import io.linernotes.local.stack.template.Section;
import io.linernotes.local.stack.template.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the templates' policies allow. */
final class Policies {

  private Policies() {}

  /** The statements of a role's or managed policy's documents, unresolved. */
  static List<Map<String, Object>> statements(Section resource) {
    var statements = new ArrayList<Map<String, Object>>();
    statementsOf(resource.values(), statements);
    for (var policy : many(resource.values().getOrDefault("Policies", List.of()))) {
      statementsOf(Yaml.asMap(policy, "Policies"), statements);
    }
    return statements;
  }

  private static void statementsOf(
      Map<String, Object> policy, List<Map<String, Object>> statements) {
    var document = Yaml.asMap(policy.getOrDefault("PolicyDocument", Map.of()), "PolicyDocument");
    for (var statement : many(document.getOrDefault("Statement", List.of()))) {
      statements.add(Yaml.asMap(statement, "Statement"));
    }
  }

  /** Every permission of the role, as {@code service:Action LogicalId}. */
  static Set<String> permissions(Section role) {
    var permissions = new TreeSet<String>();
    for (var statement : statements(role)) {
      for (var action : many(statement.getOrDefault("Action", List.of()))) {
        for (var resource : many(statement.getOrDefault("Resource", List.of()))) {
          permissions.add(action + " " + logicalId(resource));
        }
      }
    }
    return permissions;
  }

  /** The resource that a {@code !Ref} or {@code !GetAtt} means; else the text itself. */
  static String logicalId(Object reference) {
    var value =
        reference instanceof Map<?, ?> map && map.size() == 1
            ? map.values().iterator().next()
            : reference;
    return value.toString().replaceFirst("\\.Arn$", "");
  }

  static List<?> many(Object value) {
    return value instanceof List<?> list ? list : List.of(value);
  }
}
