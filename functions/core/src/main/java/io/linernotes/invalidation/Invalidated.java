package io.linernotes.invalidation;

import io.linernotes.provider.Provider;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an invalidation did.
 *
 * @param keys the keys that were removed and fenced: no answer from before is served or stored
 *     under them
 * @param onItsWay how many tasks of each provider fetch new answers, without those tasks'
 *     follow-ups
 */
public record Invalidated(List<String> keys, Map<Provider, Integer> onItsWay) {

  public Invalidated {
    keys = List.copyOf(keys);
    Map<Provider, Integer> ordered = new EnumMap<>(Provider.class);
    ordered.putAll(onItsWay);
    onItsWay = Collections.unmodifiableMap(ordered);
  }
}
