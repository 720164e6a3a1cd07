package io.linernotes.simulator;

import java.util.Map;

/** Deezer's errors, which come with HTTP 200. */
final class DeezerReplies {
  private DeezerReplies() {}

  static Reply error(int code) {
    Map<String, Object> error =
        switch (code) {
          case 4 -> error("Exception", "Quota limit exceeded", code);
          case 100 -> error("Exception", "Items limit exceeded", code);
          case 200 -> error("OAuthException", "An active access token must be used", code);
          case 300 -> error("OAuthException", "Invalid OAuth access token.", code);
          case 500 -> error("ParameterException", "Wrong parameter", code);
          case 501 -> error("MissingParameterException", "Missing parameters", code);
          case 600 -> error("InvalidQueryException", "Invalid query", code);
          case 700 -> error("Exception", "Service busy", code);
          case 800 -> error("DataException", "no data", code);
          default -> throw new IllegalArgumentException("Deezer has no error " + code);
        };
    Reply reply = Reply.ok(Json.object("error", error));
    return code == 4 ? reply.asThrottling() : reply;
  }

  static Reply errorWithoutCode() {
    return Reply.ok(
        Json.object("error", Json.object("type", "Exception", "message", "An error has occured")));
  }

  private static Map<String, Object> error(String type, String message, int code) {
    return Json.object("type", type, "message", message, "code", code);
  }
}
