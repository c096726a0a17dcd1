package io.understudy.netctl.sim;

/** What befalls the nodes from outside, each for a time. */
final class Faults {
  private static final String[] ORDERS = {
    "silence", "speak", "takeover", "speak!", "takeover!", "silence"
  };

  private final World world;
  private final Operator operator;

  Faults(World world, Operator operator) {
    this.world = world;
    this.operator = operator;
  }

  void begin() {
    world.schedule.at(world.schedule.now + world.around(world.knobs.faultEvery()), this::next);
  }

  private void next() {
    if (!world.healed) {
      Fault[] faults = world.theme.faults;
      befall(faults[world.random.nextInt(faults.length)], world.hosts[world.random.nextInt(2)]);
      begin();
    }
  }

  private void befall(Fault fault, Host host) {
    switch (fault) {
      case STOP_NETCTL -> stop(host.netctlProc, lasting());
      case STOP_SERVER -> stop(host.serverProc(), lasting());
      case STOP_NODE -> stopNode(host, lasting());
      case STOP_SPEAKER -> stopNode(speaker(host), untilTheEnd(world.longPause()));
      case STOP_IN_A_STEP -> speaker(host).stopsInAStep = true;
      case STOP_AT_OPENING -> speaker(host).stopsAtOpening = true;
      case KILL_NETCTL -> kill(host.netctlProc);
      case KILL_SERVER -> kill(host.serverProc());
      case KILL_SPEAKER -> kill(speaker(host).serverProc());
      case CRASH -> crash(host);
      case CUT_BEATS -> cut("heartbeats of " + host.name, world.network.beatsCut, host, lasting());
      case CUT_LINK -> cut("the link from " + host.name, world.network.linkCut, host, lasting());
      case CUT_ALL -> cutAll(lasting());
      case CUT_ARBITER -> cutArbiter(host, lasting());
      case ISOLATE -> {
        long nanos = lasting();
        cutAll(nanos);
        cutArbiter(host, nanos);
      }
      case ARBITER_AWAY -> arbiterAway();
      case BREAK_SESSION -> breakSession(host);
      case BREAK_LINK -> breakLink();
      case DROP_BACKUP -> drop(host);
      case ORDER -> operator.order(host, ORDERS[world.random.nextInt(ORDERS.length)]);
      case FREEZE -> freeze(host);
    }
  }

  private long lasting() {
    long nanos = world.random.nextInt(3) == 0 ? world.pause() : world.around(1500 * Knobs.MILLI);
    return untilTheEnd(nanos);
  }

  private long untilTheEnd(long nanos) {
    return Math.min(nanos, Simulation.FAULTS - world.schedule.now);
  }

  private static Host speaker(Host other) {
    return other.other().speaks() ? other.other() : other;
  }

  private void stop(Proc proc, long nanos) {
    if (proc == null || proc.dead) {
      return;
    }
    world.note(proc.host, proc.name + " is stopped for " + nanos / Knobs.MILLI + " ms");
    world.schedule.stop(proc);
    world.schedule.at(
        world.schedule.now + nanos,
        () -> {
          world.note(proc.host, proc.name + " goes on");
          world.schedule.go(proc);
        });
  }

  private void stopNode(Host host, long nanos) {
    stop(host.netctlProc, nanos);
    stop(host.serverProc(), nanos);
  }

  private void kill(Proc proc) {
    if (proc != null) {
      world.network.kill(proc, "SIGKILL");
    }
  }

  private void crash(Host host) {
    if (host.up) {
      host.crash();
      world.schedule.at(world.schedule.now + lasting() + Knobs.SECOND, host::boot);
    }
  }

  private void cut(String what, boolean[] paths, Host from, long nanos) {
    if (!paths[from.index]) {
      world.note(null, what + " is cut");
      paths[from.index] = true;
      world.schedule.at(
          world.schedule.now + nanos,
          () -> {
            world.note(null, what + " is mended");
            paths[from.index] = false;
          });
    }
  }

  private void cutAll(long nanos) {
    for (Host host : world.hosts) {
      cut("heartbeats of " + host.name, world.network.beatsCut, host, nanos);
      cut("the link from " + host.name, world.network.linkCut, host, nanos);
    }
    if (world.random.nextBoolean()) {
      breakLink();
    }
  }

  private void cutArbiter(Host host, long nanos) {
    cut(host.name + "'s path to the arbiter", world.arbitration.cut, host, nanos);
  }

  private void arbiterAway() {
    world.note(null, "the arbiter is away");
    world.arbitration.away = true;
    world.schedule.at(world.schedule.now + lasting(), () -> world.arbitration.away = false);
  }

  private void breakSession(Host host) {
    if (host.server != null && !host.server.proc.dead) {
      world.note(host, "the server's connection to netctl breaks");
      host.server.client.breaks();
    }
  }

  /** Each end finds out for itself, within half a second. */
  private void breakLink() {
    for (Host host : world.hosts) {
      Server server = host.server;
      if (server != null) {
        long at = world.schedule.now + world.random.nextLong(Knobs.SECOND / 2);
        world.schedule.at(at, server.lane, server::breakLink);
      }
    }
  }

  private void drop(Host host) {
    Server server = host.server;
    if (server != null && !server.proc.dead) {
      world.schedule.at(world.schedule.now, server.lane, () -> server.leading.drop("so it shall"));
    }
  }

  /** A virtual machine is paused: the known gap, and so only where it is asked for. */
  private void freeze(Host host) {
    if (!world.removed.equals("kernel-clock") || speaker(host).isFrozen()) {
      return;
    }
    Host speaker = speaker(host);
    world.note(speaker, "the whole machine is paused");
    speaker.freeze();
    long nanos = untilTheEnd(world.longPause());
    stopNode(speaker, nanos);
    world.schedule.at(world.schedule.now + nanos, speaker::thaw);
  }
}
