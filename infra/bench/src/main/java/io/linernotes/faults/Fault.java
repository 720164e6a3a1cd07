package io.linernotes.faults;

import io.linernotes.simulator.Failure;
import io.linernotes.simulator.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A fault that the suite injects: one row of the table. */
sealed interface Fault {

  /** Its name in the table, and for {@code --only}. */
  String name();

  /** No fault. The other rows are compared with this row's answers. */
  record Nothing() implements Fault {
    @Override
    public String name() {
      return "nothing";
    }
  }

  /** Every call to a provider fails in this way until it recovers. */
  record OfProvider(String name, Provider provider, Failure failure) implements Fault {}

  /** A fault between the functions and the tables. */
  record OfTables(String name, StoreFault fault) implements Fault {}

  /** A fault between the functions and the queues. */
  record OfQueues(String name, StoreFault fault) implements Fault {}

  /** Workers have too short a timeout, in seconds, to finish a batch. */
  record LittleTime(String name, int seconds) implements Fault {}

  /** The process is killed at random moments; its data directory survives. */
  record Killed(String name, int times) implements Fault {}

  /** The process is suspended for a while and then resumed. */
  record Frozen(String name, Duration time) implements Fault {}

  /** All rows, in the table's order. */
  static List<Fault> all(int kills) {
    List<Fault> all = new ArrayList<>();
    all.add(new Nothing());
    for (Provider provider : Provider.values()) {
      all.add(ofProvider(provider, "down", Failure.status(503)));
    }
    for (Provider provider : List.of(Provider.SPOTIFY, Provider.DEEZER, Provider.LASTFM)) {
      all.add(ofProvider(provider, "hangs", Failure.hang()));
      all.add(ofProvider(provider, "drips", Failure.drip(Duration.ofMillis(500))));
      all.add(ofProvider(provider, "truncates", Failure.truncated()));
      all.add(ofProvider(provider, "answers HTML", Failure.html()));
      all.add(ofProvider(provider, "answers 50 MB", Failure.huge(50_000_000)));
      all.add(ofProvider(provider, "answers 404 HTML", Failure.gatewayPage(404)));
      all.add(ofProvider(provider, "answers 403 HTML", Failure.gatewayPage(403)));
      all.add(ofProvider(provider, "calls JSON text", Failure.contentType("text/plain")));
    }
    all.add(ofProvider(Provider.DEEZER, "throttles", Failure.deezerError(4)));
    all.add(ofProvider(Provider.LASTFM, "throttles", Failure.lastfmError(29)));
    all.add(ofProvider(Provider.MUSICBRAINZ, "throttles", Failure.loadShed()));
    all.add(
        ofProvider(Provider.SPOTIFY, "throttles", Failure.tooManyRequests(Duration.ofSeconds(3))));
    all.add(new OfTables("table throttled", new StoreFault.Throttled(0.3)));
    all.add(new OfTables("table's answers lost", new StoreFault.LostResponses(0.3)));
    all.add(new OfTables("table leaves keys", new StoreFault.PartialBatches()));
    all.add(new OfTables("table gone", new StoreFault.Down()));
    all.add(new OfQueues("queue throttled", new StoreFault.Throttled(0.3)));
    all.add(new OfQueues("queue's answers lost", new StoreFault.LostResponses(0.3)));
    all.add(new OfQueues("partial sends", new StoreFault.PartialBatches()));
    all.add(new OfQueues("messages twice", new StoreFault.SentTwice()));
    all.add(new OfQueues("queues gone", new StoreFault.Down()));
    all.add(new LittleTime("little time", 16));
    all.add(new Killed("killed", kills));
    all.add(new Frozen("frozen", Duration.ofSeconds(8)));
    return all;
  }

  private static Fault ofProvider(Provider provider, String what, Failure failure) {
    return new OfProvider(provider.name().toLowerCase(Locale.ROOT) + " " + what, provider, failure);
  }
}
