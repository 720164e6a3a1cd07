package io.linernotes.session.spotify;

import io.linernotes.json.Json;
import io.linernotes.session.Profile;
import java.util.Optional;

/** The reply to {@code GET /me}; most fields are absent in development mode. */
public final class ProfileReply {

  private ProfileReply() {}

  /** The profile; empty if the reply names no user. */
  public static Optional<Profile> profile(Json body) {
    String id = body.text("id");
    return id == null
        ? Optional.empty()
        : Optional.of(
            new Profile(
                id,
                body.text("account_id"),
                body.text("display_name"),
                body.text("external_urls", "spotify"),
                body.list("images").stream()
                    .findFirst()
                    .map(image -> image.text("url"))
                    .orElse(null),
                body.text("country"),
                body.text("product"),
                body.wholeNumber("followers", "total")));
  }
}
