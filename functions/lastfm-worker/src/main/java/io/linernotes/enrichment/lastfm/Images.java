package io.linernotes.enrichment.lastfm;

import io.linernotes.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures: objects with {@code size} and {@code #text}, smallest first. Since 2019 artists
 * and tracks all have the same grey star, under one hash; albums still have covers.
 */
final class Images {

  private static final String GREY_STAR = "2a96cbd8b46e442fc41c2b86b821562f";

  private Images() {}

  /** The addresses of the real pictures by size. */
  static Map<String, String> bySize(Json owner) {
    Map<String, String> images = new LinkedHashMap<>();
    for (Json image : owner.list("image")) {
      String size = image.text("size");
      String address = Fields.link(image, "#text");
      if (size != null && address != null && !address.contains(GREY_STAR)) {
        images.put(size, address);
      }
    }
    return images;
  }

  /** The address of the largest real picture. */
  static @Nullable String largest(Json owner) {
    String largest = null;
    for (String address : bySize(owner).values()) {
      largest = address;
    }
    return largest;
  }
}
