package io.linernotes.local.stack.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param keySchema the key's attributes with their type, {@code HASH} or {@code RANGE}
 * @param attributes attribute names with their type, {@code S}, {@code N} or {@code B}
 * @param indexes global secondary indexes
 * @param ttlAttribute where the native TTL is read from, when it is on
 */
public record TableSpec(
    String logicalId,
    String name,
    Map<String, String> keySchema,
    Map<String, String> attributes,
    List<Index> indexes,
    Optional<String> ttlAttribute) {

  /** A global secondary index. */
  public record Index(
      String name,
      Map<String, String> keySchema,
      String projection,
      List<String> nonKeyAttributes) {}
}
