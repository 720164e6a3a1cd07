package io.linernotes.simulator;

/**
 * MusicBrainz's errors: those of the application contain a help link, those of the gateway do not.
 */
final class MusicBrainzReplies {
  private static final String HELP =
      "For usage, please see: https://musicbrainz.org/development/mmd";

  private MusicBrainzReplies() {}

  static Reply error(int status, String message) {
    return Reply.json(status, Json.object("error", message, "help", HELP));
  }

  /** The caller exceeds its own quota. */
  static Reply rateLimited() {
    return Reply.json(
            503,
            Json.object(
                "error",
                "Your requests are exceeding the allowable rate limit. Please see"
                    + " http://wiki.musicbrainz.org/XMLWebService for more information."))
        .asThrottling();
  }

  /** All callers together overload the search servers. */
  static Reply busy() {
    return Reply.json(
            503,
            Json.object(
                "error", "The MusicBrainz web server is currently busy. Please try again later."))
        .with("X-RateLimit-Zone", "search-global")
        .with("X-RateLimit-Who", "search-shed")
        .with("X-RateLimit-Limit", "1200")
        .with("X-RateLimit-Remaining", "676")
        .with("Retry-After", "0")
        .asThrottling();
  }

  static Reply genericAgent() {
    return Reply.json(
        403,
        Json.object(
            "error",
            "Your User-Agent is too generic. Please name your application, its version and a"
                + " contact."));
  }
}
