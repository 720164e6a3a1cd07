package io.linernotes.local.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.simulator.SimulatorOptions;

final class Trial {
  public static void main(String[] a) throws Exception {
    double scale = Double.parseDouble(a[0]);
    String id = a[1];
    long t0 = System.nanoTime();
    try (RunningService s = RunningService.start(scale, SimulatorOptions.defaults())) {
      System.out.println("started " + ms(t0));
      for (int run = 0; run < 2; run++) {
        s.simulator().reset();
        long t = System.nanoTime();
        RunningService.Reply r = s.get("/v1/playlists/" + id + "/analysis?limit=500");
        System.out.println(
            "first "
                + r.status()
                + " after "
                + ms(t)
                + " "
                + r.response().body().substring(0, Math.min(300, r.response().body().length())));
        Thread.sleep(Long.parseLong(a[2]));
        while (r.status() == 202 && System.nanoTime() - t < 300e9) {
          Thread.sleep(500);
          long q = System.nanoTime();
          r = s.get("/v1/playlists/" + id + "/analysis?limit=500");
          System.out.println(
              ms(t) + " (" + ms(q) + ") " + r.status() + " " + r.json().path("progress"));
        }
        JsonNode j = r.json();
        System.out.println(
            "done "
                + ms(t)
                + " "
                + r.status()
                + " "
                + j.path("status")
                + " "
                + j.path("progress")
                + "\n"
                + j.path("aggregates"));
        System.out.println(j.path("tracks").path(3));
        s.simulator()
            .report()
            .providers()
            .forEach(
                (p, rep) ->
                    System.out.println(
                        p
                            + " calls="
                            + rep.calls()
                            + " throttled="
                            + rep.throttled()
                            + " breaches="
                            + rep.breaches()
                            + " util="
                            + rep.utilisation()
                            + " "
                            + rep.callsByEndpoint()));
      }
      System.out.println(s.get("/v1/status").response().body());
    }
  }

  static long ms(long t) {
    return (System.nanoTime() - t) / 1_000_000;
  }
}
