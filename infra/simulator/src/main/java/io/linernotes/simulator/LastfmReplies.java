package io.linernotes.simulator;

import java.util.List;
import java.util.Map;

/** Last.fm's errors; the error code in the body counts, not the HTTP status. */
final class LastfmReplies {
  private static final Map<Integer, String> MESSAGES =
      Map.ofEntries(
          Map.entry(2, "Invalid service - This service does not exist"),
          Map.entry(3, "Invalid Method - No method with that name in this package"),
          Map.entry(6, "Track not found"),
          Map.entry(
              8, "Operation failed - Most likely the backend service failed. Please try again."),
          Map.entry(10, "Invalid API key - You must be granted a valid key by last.fm"),
          Map.entry(11, "Service Offline - This service is temporarily offline. Try again later."),
          Map.entry(16, "The service is temporarily unavailable, please try again."),
          Map.entry(
              26,
              "API Key Suspended - This application is not allowed to make requests to the web"
                  + " services"),
          Map.entry(
              29,
              "Rate Limit Exceeded - This application has made too many requests in a short period."
                  + " If this is your API key, see https://www.last.fm/api/tos#4.4 for information"
                  + " about raising the limit."));

  private LastfmReplies() {}

  static Reply error(int code) {
    String message = MESSAGES.getOrDefault(code, "Error " + code);
    Reply reply = Reply.json(status(code), Json.object("message", message, "error", code));
    return code == 29 ? reply.asThrottling() : reply;
  }

  static Reply notFound(int status, String message) {
    return Reply.json(status, Json.object("error", 6, "message", message, "links", List.of()));
  }

  private static int status(int code) {
    return switch (code) {
      case 8, 11, 16 -> 503;
      case 10, 26 -> 403;
      case 3 -> 400;
      default -> 200;
    };
  }
}
