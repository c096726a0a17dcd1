package io.understudy.netctl.sim;

import io.understudy.netctl.arbiter.Arbiter;
import io.understudy.netctl.arbiter.Holding;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * An arbiter behind a network: a question may get lost or come late, and a swap may be made though
 * its answer never comes. It forgets nothing when it is away.
 */
final class Arbitration {
  private static final long LIMIT = 400 * Knobs.MILLI;

  private final World world;
  private final boolean compares;
  private Holding standing = Holding.NOBODY;
  boolean away;
  final boolean[] cut = new boolean[2];

  Arbitration(World world) {
    this.world = world;
    this.compares = !world.removed.equals("compare");
  }

  /** The way of one node to it. */
  Arbiter client(Host host) {
    return new Arbiter() {
      @Override
      public Holding read() throws IOException {
        return ask(host, () -> standing);
      }

      @Override
      public Holding swap(Holding expected, Holding wanted) throws IOException {
        return ask(host, () -> swapped(host, expected, wanted));
      }

      @Override
      public void close() {}
    };
  }

  private Holding swapped(Host host, Holding expected, Holding wanted) {
    if (standing.equals(expected) || !compares) {
      standing = wanted;
      world.note(host, "the arbiter gives it " + wanted);
    }
    return standing;
  }

  private Holding ask(Host host, Supplier<Holding> question) throws IOException {
    long there = latency();
    long back = latency();
    Holding[] answer = new Holding[1];
    if (reachable(host)) {
      world.schedule.at(
          world.schedule.now + there,
          () -> {
            if (reachable(host)) {
              answer[0] = question.get();
            }
          });
    }
    boolean comes = there + back < LIMIT;
    world.schedule.stall(comes ? there + back : LIMIT, false);
    if (!comes || answer[0] == null || !reachable(host)) {
      throw new IOException("no answer in time");
    }
    return answer[0];
  }

  private boolean reachable(Host host) {
    return !away && !cut[host.index];
  }

  private long latency() {
    long usual = world.around(Knobs.MILLI / 2);
    return world.knobs.slowArbiter() && !world.healed && world.random.nextInt(8) == 0
        ? world.random.nextLong(600 * Knobs.MILLI)
        : usual;
  }
}
