package io.linernotes.provider;

import io.linernotes.config.Configuration;
import java.util.EnumMap;
import java.util.Map;

/**
 * The quotas in a function's environment: {@code <PROVIDER>_QUOTA} as calls/seconds, all windows
 * divided by {@code QUOTA_SCALE}.
 */
public final class Quotas {

  private static final String REMEDY = "Set it to calls/seconds, for example 50/5.";

  private Quotas() {}

  /**
   * The quotas of all providers whose variable is set.
   *
   * @throws IllegalStateException if a variable is malformed, naming it and the remedy
   */
  public static Map<Provider, Quota> of(Configuration configuration) {
    Map<Provider, Quota> quotas = new EnumMap<>(Provider.class);
    for (Provider provider : Provider.values()) {
      if (configuration.optional(name(provider)).isPresent()) {
        quotas.put(provider, of(provider, configuration));
      }
    }
    return quotas;
  }

  /**
   * The quota of one provider.
   *
   * @throws IllegalStateException if its variable is missing or malformed, naming it and the remedy
   */
  public static Quota of(Provider provider, Configuration configuration) {
    String text = configuration.required(name(provider), REMEDY);
    try {
      return Quota.parse(text).scaled(configuration.decimal("QUOTA_SCALE", 1));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(name(provider) + " is " + text + ". " + REMEDY, e);
    }
  }

  private static String name(Provider provider) {
    return provider.name() + "_QUOTA";
  }
}
