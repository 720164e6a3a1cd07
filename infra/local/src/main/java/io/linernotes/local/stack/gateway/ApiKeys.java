package io.linernotes.local.stack.gateway;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the API accepts. An admin key also opens the routes that need a signed request when
 * deployed.
 */
public record ApiKeys(Set<String> keys, Set<String> adminKeys) {
  /** Copies both. */
  public ApiKeys {
    keys = Set.copyOf(keys);
    adminKeys = Set.copyOf(adminKeys);
  }

  boolean knows(@Nullable String key) {
    return key != null && (keys.contains(key) || isAdmin(key));
  }

  boolean isAdmin(@Nullable String key) {
    return key != null && adminKeys.contains(key);
  }
}
