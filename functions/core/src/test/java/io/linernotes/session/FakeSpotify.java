package io.linernotes.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An accounts service that gives tokens, or what was scripted instead. */
public class FakeSpotify implements SpotifySignIn {

  public static final Profile DJ =
      new Profile("linernotes-dj", "0c1d", "DJ", null, null, null, null, null);

  private final AtomicInteger given = new AtomicInteger();
  private final Deque<SpotifyReply<Tokens>> refreshes = new ArrayDeque<>();
  private final Deque<SpotifyReply<Tokens>> exchanges = new ArrayDeque<>();
  private final List<String> refreshedWith = Collections.synchronizedList(new ArrayList<>());
  private final List<Secret> verifiers = Collections.synchronizedList(new ArrayList<>());

  /** What the next refresh comes to. */
  public FakeSpotify refreshing(SpotifyReply<Tokens> reply) {
    refreshes.add(reply);
    return this;
  }

  /** What the next exchange of a code comes to. */
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

  /** The tokens that are given so many times after the start. */
  public static Tokens tokens(int number) {
    return new Tokens("access-" + number, "refresh-" + number, Duration.ofHours(1));
  }

  /** The refresh tokens that came. */
  public List<String> refreshedWith() {
    return List.copyOf(refreshedWith);
  }

  /** The verifiers that codes came with. */
  public List<Secret> verifiers() {
    return List.copyOf(verifiers);
  }
}
