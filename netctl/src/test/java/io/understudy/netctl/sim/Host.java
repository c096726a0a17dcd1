package io.understudy.netctl.sim;

import io.understudy.netctl.daemon.SimNetctl;
import io.understudy.netctl.gate.SimKernel;

/** A node: its kernel and clock, its netctl, its server, its disk. */
final class Host {
  final int index;
  final String name;
  final SimKernel kernel;

  /** Counts reboots: connections of before are reset. */
  int boots;

  boolean up = true;
  Proc netctlProc;

  /** Null while it is away. */
  SimNetctl netctl;

  Server server;

  /** What the last server left on the disk, or null. */
  Journal disk;

  private Lane peer;

  /** Its processes are stopped at the next seam. */
  boolean stopsInAStep;

  /** They are stopped when its gate is about to be opened. */
  boolean stopsAtOpening;

  /** An operator has ordered speech, whatever the state. */
  boolean forced;

  /** An operator has ordered silence. */
  boolean silenced;

  private final World world;
  private final long offset;
  private final double rate;
  private long frozen;
  private long frozenSince = -1;

  Host(World world, int index, String name) {
    this.world = world;
    this.index = index;
    this.name = name;
    this.offset = world.random.nextLong(1L << 50);
    this.rate = 1 + (world.random.nextInt(1001) - 500) * 1e-6;
    this.kernel =
        new SimKernel(
            this::clock,
            world::kernelStep,
            world::openingStep,
            () -> world.judge.opened(this),
            world.removed);
  }

  Proc serverProc() {
    return server == null ? null : server.proc;
  }

  /** Starts netctl, silent: the table is replaced first. */
  void startNetctl() {
    Proc proc = new Proc(this, "netctl");
    Lane main = new Lane(proc);
    peer = new Lane(proc);
    netctlProc = proc;
    world.note(this, "netctl starts");
    world.schedule.at(world.schedule.now, main, () -> run(proc));
  }

  private void run(Proc proc) {
    SimNetctl fresh =
        new SimNetctl(
            name,
            kernel.gate(SimNetctl.PLAN.lease().toMillis()),
            world.arbitrated() ? world.arbitration.client(this) : null,
            new LaneTimer(world.schedule, new Lane(proc)),
            new LaneTimer(world.schedule, new Lane(proc)),
            beat -> {
              world.seam();
              world.network.beat(this, beat);
            },
            (event, text) -> world.note(this, "netctl " + event + ": " + text));
    fresh.start();
    netctl = fresh;
  }

  void netctlDied() {
    netctl = null;
    if (server != null) {
      server.client.netctlDied();
    }
    if (up) {
      world.schedule.at(
          world.schedule.now + 100 * Knobs.MILLI + world.around(20 * Knobs.MILLI),
          () -> restartNetctl());
    }
  }

  private void restartNetctl() {
    if (up && (netctlProc == null || netctlProc.dead)) {
      startNetctl();
    }
  }

  /** A heartbeat has come. */
  void beat(byte[] datagram) {
    SimNetctl at = netctl;
    world.schedule.at(world.schedule.now, peer, () -> at.beat(datagram));
  }

  /** The machine loses its power. */
  void crash() {
    up = false;
    boots++;
    kernel.reset();
    if (server != null && !server.proc.dead) {
      world.network.kill(server.proc, "the machine crashes");
    }
    world.network.kill(netctlProc, "the machine crashes");
  }

  void boot() {
    up = true;
    restartNetctl();
  }

  /** CLOCK_MONOTONIC: it drifts, and stands while the whole machine is paused. */
  long clock() {
    long real = (frozenSince < 0 ? world.schedule.now : frozenSince) - frozen;
    return offset + (long) (real * rate);
  }

  /** Packets of the virtual address can leave. */
  boolean speaks() {
    return up && frozenSince < 0 && kernel.open();
  }

  /** A virtual machine is paused as a whole. */
  void freeze() {
    frozenSince = world.schedule.now;
  }

  void thaw() {
    frozen += world.schedule.now - frozenSince;
    frozenSince = -1;
    world.judge.opened(this);
  }

  boolean isFrozen() {
    return frozenSince >= 0;
  }

  Host other() {
    return world.hosts[1 - index];
  }
}
