package io.linernotes.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A fake accounts service: it returns numbered tokens, or the replies that a test has set. */
public class FakeSpotify implements SpotifySignIn {

  public static final Profile DJ =
      new Profile("linernotes-dj", "0c1d", "DJ", null, null, null, null, null);

  private final AtomicInteger given = new AtomicInteger();
  private final Deque<SpotifyReply<Tokens>> refreshes = new ArrayDeque<>();
  private final Deque<SpotifyReply<Tokens>> exchanges = new ArrayDeque<>();
  private final List<String> refreshedWith = Collections.synchronizedList(new ArrayList<>());
  private final List<Secret> verifiers = Collections.synchronizedList(new ArrayList<>());

  /** Sets the reply to the next refresh. */
  public FakeSpotify refreshing(SpotifyReply<Tokens> reply) {
    refreshes.add(reply);
    return this;
  }

  /** Sets the reply to the next exchange of a code. */
  public FakeSpotify exchanging(SpotifyReply<Tokens> reply) {
    exchanges.add(reply);
    return this;
  }

  @Override
  public SpotifyReply<Tokens> exchange(String code, Secret verifier) {
    verifiers.add(verifier);
    return exchanges.isEmpty()
        ? new SpotifyReply.Granted<>(tokens(given.incrementAndGet()))
        : exchanges.remove();
  }

  @Override
  public synchronized SpotifyReply<Tokens> refresh(String refreshToken) {
    refreshedWith.add(refreshToken);
    return refreshes.isEmpty()
        ? new SpotifyReply.Granted<>(tokens(given.incrementAndGet()))
        : refreshes.remove();
  }

  @Override
  public SpotifyReply<Profile> profile(String accessToken) {
    return new SpotifyReply.Granted<>(DJ);
  }

  /** The tokens with this number, counted from the start. */
  public static Tokens tokens(int number) {
    return new Tokens("access-" + number, "refresh-" + number, Duration.ofHours(1));
  }

  /** The refresh tokens received so far. */
  public List<String> refreshedWith() {
    return List.copyOf(refreshedWith);
  }

  /** The verifiers received with codes so far. */
  public List<Secret> verifiers() {
    return List.copyOf(verifiers);
  }
}
