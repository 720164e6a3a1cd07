package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Outcome;
import io.linernotes.worker.HttpCall;
import io.linernotes.worker.HttpReply;
import io.linernotes.worker.ProviderHttp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Gives prepared replies in order, and remembers the calls. */
final class ScriptedHttp implements ProviderHttp {

  private final Deque<Outcome<HttpReply>> replies = new ArrayDeque<>();
  private final List<HttpCall> calls = new ArrayList<>();

  ScriptedHttp replying(int status, String body, Map<String, String> headers) {
    return replying(
        new Outcome.Found<>(new HttpReply(status, headers, body.getBytes(StandardCharsets.UTF_8))));
  }

  ScriptedHttp replying(int status, String body) {
    return replying(status, body, Map.of());
  }

  ScriptedHttp replying(Outcome<HttpReply> outcome) {
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

  List<HttpCall> calls() {
    return List.copyOf(calls);
  }

  /** The calls' URLs. */
  List<String> urls() {
    return calls.stream().map(call -> call.uri().toString()).toList();
  }

  /** How many prepared replies nobody asked for. */
  int unused() {
    return replies.size();
  }
}
