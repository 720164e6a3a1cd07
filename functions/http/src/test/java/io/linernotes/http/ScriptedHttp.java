package io.linernotes.http;

import io.linernotes.enrichment.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Returns prepared replies in order, and records the calls. */
public final class ScriptedHttp implements ProviderHttp {

  private final Deque<Outcome<HttpReply>> replies = new ArrayDeque<>();
  private final List<HttpCall> calls = new ArrayList<>();

  /** Prepares one more reply. */
  public ScriptedHttp replying(int status, String body, Map<String, String> headers) {
    return replying(
        new Outcome.Found<>(new HttpReply(status, headers, body.getBytes(StandardCharsets.UTF_8))));
  }

  /** Prepares one more reply without headers. */
  public ScriptedHttp replying(int status, String body) {
    return replying(status, body, Map.of());
  }

  /** Prepares one more reply with this body. */
  public ScriptedHttp replying(int status, byte[] body) {
    return replying(new Outcome.Found<>(new HttpReply(status, Map.of(), body)));
  }

  /** Prepares one more outcome. */
  public ScriptedHttp replying(Outcome<HttpReply> outcome) {
    replies.add(outcome);
    return this;
  }

  @Override
  public Outcome<HttpReply> send(HttpCall call) {
    calls.add(call);
    if (replies.isEmpty()) {
      throw new AssertionError("one call too many: " + call.uri());
    }
    return replies.remove();
  }

  /** The calls in order. */
  public List<HttpCall> calls() {
    return List.copyOf(calls);
  }

  /** The calls' URLs. */
  public List<String> urls() {
    return calls.stream().map(call -> call.uri().toString()).toList();
  }

  /** How many prepared replies are left. */
  public int unused() {
    return replies.size();
  }
}
