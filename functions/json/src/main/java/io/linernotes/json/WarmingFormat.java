package io.linernotes.json;

import io.linernotes.warming.WarmingReport;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report of a warming run as JSON, by provider. */
public final class WarmingFormat {

  private WarmingFormat() {}

  /** The report. */
  public static String text(WarmingReport report) {
    Map<String, WarmingReport.Counts> providers = new LinkedHashMap<>();
    report.providers().forEach((provider, counts) -> providers.put(provider.id(), counts));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("playlists", report.playlists());
    fields.put("tracks", report.tracks());
    fields.put("fresh_until", report.freshUntil());
    fields.put("providers", providers);
    return PlainFormat.text(fields);
  }
}
