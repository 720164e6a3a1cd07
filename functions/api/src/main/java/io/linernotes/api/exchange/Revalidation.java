package io.linernotes.api.exchange;

import io.linernotes.session.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * HTTP caching: adds an {@code ETag} to the answers of GET requests, and answers 304 if {@code
 * If-None-Match} names it.
 *
 * <p>The tag is weak. The body may be compressed on its way, and countdowns in it ({@code
 * eta_seconds}, {@code retry_after_seconds}) do not count: a poll that finds nothing new is a 304,
 * and its {@code Retry-After} says when to poll again.
 *
 * <p>{@code Cache-Control} is {@code private, no-cache}, so that a client may keep an answer and
 * revalidate it, but {@code no-store} for answers to requests with a session, for errors, and for
 * answers to other methods. An answer with a {@code Cache-Control} of its own keeps it.
 */
public final class Revalidation {

  private static final String CONTROL = "Cache-Control";
  private static final String NO_STORE = "no-store";
  private static final String SECONDS = "_seconds\":";
  private static final List<String> COUNTDOWNS = List.of("\"eta", "\"retry_after");

  private Revalidation() {}

  /** The answer to send to that request. */
  public static Answer of(Request request, Answer answer) {
    boolean isRead = request.method().equals("GET") && answer.status() / 100 == 2;
    if (answer.headers().containsKey(CONTROL)) {
      boolean isKept = !answer.headers().get(CONTROL).equals(NO_STORE);
      return isRead && isKept ? tagged(request, answer) : answer;
    }
    String control = isRead && !request.hasSession() ? "private, no-cache" : NO_STORE;
    Answer controlled = answer.with(CONTROL, control);
    return isRead ? tagged(request, controlled) : controlled;
  }

  private static Answer tagged(Request request, Answer answer) {
    String opaque =
        '"' + Sha256.hex(answer.status() + lasting(answer.body())).substring(0, 32) + '"';
    Answer tagged = answer.with("ETag", "W/" + opaque);
    // Weak comparison: only the opaque parts count. They hold no quotes, so containment is enough.
    boolean isHeld =
        request
            .header("If-None-Match")
            .filter(tags -> tags.strip().equals("*") || tags.contains(opaque))
            .isPresent();
    return isHeld ? notModified(tagged) : tagged;
  }

  private static Answer notModified(Answer answer) {
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.remove("Content-Type");
    headers.remove("Content-Disposition");
    return new Answer(304, headers, "", answer.lookups());
  }

  /** The JSON without the values of its countdowns. */
  private static String lasting(String body) {
    StringBuilder lasting = new StringBuilder(body.length());
    int from = 0;
    for (int at = body.indexOf(SECONDS); at >= 0; at = body.indexOf(SECONDS, from)) {
      int end = at + SECONDS.length();
      lasting.append(body, from, end);
      from = isCountdown(body, at) ? endOfNumber(body, end) : end;
    }
    return lasting.append(body, from, body.length()).toString();
  }

  private static boolean isCountdown(String body, int end) {
    return COUNTDOWNS.stream()
        .anyMatch(name -> body.startsWith(name, Math.max(0, end - name.length())));
  }

  private static int endOfNumber(String body, int start) {
    int end = start;
    while (end < body.length() && Character.isDigit(body.charAt(end))) {
      end++;
    }
    return end;
  }
}
