package io.understudy.netctl.sim;

import io.understudy.netctl.model.Seams;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** All there is in one run, and the seams by which the product's code meets it. */
final class World implements Seams.World {
  private static final int TRACED = 400;
  private static final double NANOS_PER_MILLI = 1e6;

  final Schedule schedule = new Schedule();
  final SplittableRandom random;
  final String removed;
  final Theme theme;
  final Knobs knobs;
  final Judge judge = new Judge(this);
  final Arbitration arbitration;
  final Network network;
  final Host[] hosts;
  final ArrayDeque<String> trace = new ArrayDeque<>();
  private final boolean traced;

  /** No fault comes any more, and none stays. */
  boolean healed;

  private long ids;

  World(long seed, Theme theme, String removed, boolean traced) {
    this.random = new SplittableRandom(seed);
    this.removed = removed;
    this.traced = traced;
    this.theme = theme;
    this.knobs = Knobs.draw(random);
    this.arbitration = new Arbitration(this);
    this.network = new Network(this);
    this.hosts = new Host[] {new Host(this, 0, "alpha"), new Host(this, 1, "beta")};
  }

  boolean arbitrated() {
    return !removed.equals("arbiter");
  }

  long id() {
    return ++ids;
  }

  @Override
  public long nanoTime() {
    Lane lane = schedule.current;
    if (lane == null) {
      return schedule.now;
    }
    seam();
    return lane.proc.host.clock();
  }

  @Override
  public boolean await(CompletableFuture<?> future, long nanos) {
    long start = schedule.now;
    for (long pause = Knobs.MILLI;
        !future.isDone();
        pause = Math.min(pause * 2, 50 * Knobs.MILLI)) {
      if (schedule.now - start > nanos) {
        return false;
      }
      schedule.stall(pause, false);
    }
    return true;
  }

  /** A process may be stopped here for a while, or for ever. */
  void seam() {
    if (healed || schedule.current == null) {
      return;
    }
    if (random.nextInt(knobs.seamOdds()) == 0) {
      holdUp(schedule.current.proc);
    }
  }

  /** A call to a kernel begins or has ended. */
  void kernelStep() {
    if (!healed
        && schedule.current != null
        && schedule.current.proc.host.stopsInAStep
        && random.nextInt(4) == 0) {
      stopInAStep(schedule.current.proc.host);
    }
    seam();
  }

  /** An answer is about to open a gate. */
  void openingStep() {
    Host host = schedule.current.proc.host;
    if (!healed && host.stopsAtOpening) {
      host.stopsAtOpening = false;
      stopInAStep(host);
    }
  }

  private void stopInAStep(Host host) {
    host.stopsInAStep = false;
    long nanos = Math.min(longPause(), Simulation.FAULTS - schedule.now);
    note(host, "the node is stopped for " + nanos / Knobs.MILLI + " ms in the midst of a step");
    Proc server = host.serverProc();
    if (server != null && !server.dead) {
      schedule.stop(server);
      schedule.at(schedule.now + nanos, () -> schedule.go(server));
    }
    schedule.stall(nanos, true);
  }

  private void holdUp(Proc proc) {
    if (random.nextInt(knobs.crashOdds()) == 0) {
      network.kill(proc, "killed in the midst of a step");
      throw new Died();
    }
    long nanos = Math.min(pause(), Simulation.FAULTS - schedule.now);
    note(
        proc.host,
        proc.name + " is held up for " + nanos / Knobs.MILLI + " ms in the midst of a step");
    schedule.stall(nanos, true);
  }

  /** How long something is held up: mostly short, at times very long. */
  long pause() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> random.nextLong(2 * Knobs.MILLI);
      case 3, 4 -> random.nextLong(60 * Knobs.MILLI);
      case 5, 6 -> random.nextLong(450 * Knobs.MILLI);
      default -> random.nextLong(2 * Knobs.SECOND);
    };
  }

  /** Longer than a takeover takes. */
  long longPause() {
    return 3 * Knobs.SECOND / 2 + random.nextLong(4 * Knobs.SECOND);
  }

  /** A time with that mean, exponentially distributed and capped. */
  long around(long mean) {
    double x = -Math.log(1 - random.nextDouble());
    return (long) (mean * Math.min(x, 8)) + 1000;
  }

  void note(Host host, String what) {
    if (traced) {
      if (trace.size() == TRACED) {
        trace.removeFirst();
      }
      trace.add(
          String.format(
              Locale.ROOT,
              "%11.3f ms  %-5s  %s",
              schedule.now / NANOS_PER_MILLI,
              host == null ? "" : host.name,
              what));
    }
  }
}
