package io.understudy.netctl.sim;

/** The paths between the nodes, and the ends of processes. */
final class Network {
  private final World world;

  /** By the sending node. */
  final boolean[] beatsCut = new boolean[2];

  /** By the sending node. */
  final boolean[] linkCut = new boolean[2];

  Network(World world) {
    this.world = world;
  }

  /** A heartbeat: may get lost, come late, twice, and in another order. */
  void beat(Host from, byte[] datagram) {
    int copies = world.random.nextInt(20) == 0 ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      boolean lost = world.random.nextInt(100) < world.knobs.lossPercent() && !world.healed;
      if (!beatsCut[from.index] && !lost) {
        world.schedule.at(world.schedule.now + delay(), () -> arrives(from.other(), datagram));
      }
    }
  }

  private void arrives(Host at, byte[] datagram) {
    if (at.netctl != null) {
      at.beat(datagram);
    }
  }

  long delay() {
    boolean late = !world.healed && world.random.nextInt(50) == 0;
    return world.around(late ? world.knobs.delay() * 20 : world.knobs.delay());
  }

  /** Ends a process; what its kernel still does for it follows. */
  void kill(Proc proc, String why) {
    if (proc.dead) {
      return;
    }
    world.note(proc.host, proc.name + " dies: " + why);
    world.schedule.kill(proc);
    Host host = proc.host;
    if (proc == host.netctlProc) {
      host.netctlDied();
    } else if (host.server != null && proc == host.server.proc) {
      host.server.died();
    }
  }
}
