package io.understudy.netctl.sim;

import java.util.Arrays;

/** The end of all faults, and what must have come of it. */
final class Recovery {
  private final World world;

  Recovery(World world) {
    this.world = world;
  }

  /** From here on nothing fails; what was stopped or away comes back by itself. */
  void heal() {
    world.note(null, "no more faults");
    world.healed = true;
    Arrays.fill(world.network.beatsCut, false);
    Arrays.fill(world.network.linkCut, false);
    Arrays.fill(world.arbitration.cut, false);
    world.arbitration.away = false;
    for (Host host : world.hosts) {
      if (!host.up) {
        host.boot();
      }
    }
  }

  /** Who can speak by the rules does, and somebody does if anybody can. */
  void judge() {
    boolean speaks = false;
    String able = null;
    for (Host host : world.hosts) {
      if (host.speaks() && !alive(host) && !host.forced) {
        world.judge.violated(host.name + " speaks, though it has no server");
      }
      speaks |= host.speaks();
      able = able == null ? able(host) : able;
    }
    if (!speaks && able != null) {
      world.judge.violated("nobody speaks, though " + able);
    }
    for (Host host : world.hosts) {
      if (alive(host) && host.speaks() && host.server.leading.waits) {
        world.judge.violated("the outputs of " + host.name + " wait for ever");
      }
    }
  }

  private static boolean alive(Host host) {
    return host.server != null && !host.server.proc.dead;
  }

  /** Why this host should speak, or null. */
  private static String able(Host host) {
    if (!alive(host) || host.silenced) {
      return null;
    }
    if (host.server.live) {
      return "the primary of " + host.name + " lives";
    }
    Server other = host.other().server;
    boolean alone = other == null || other.proc.dead;
    return alone && host.server.following.hasJoined() && !host.server.following.outdated()
        ? "the backup of " + host.name + " lives and its primary does not"
        : null;
  }
}
