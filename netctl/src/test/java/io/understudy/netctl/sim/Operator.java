package io.understudy.netctl.sim;

import io.understudy.link.message.AgentMandate;
import io.understudy.link.message.OperatorReply;
import io.understudy.netctl.daemon.SimNetctl;

/** Starts servers that have ended, at times as the wrong thing, and gives orders. */
final class Operator {
  private final World world;
  private final long[] starting = {-1, -1};

  Operator(World world) {
    this.world = world;
  }

  /** Looks after the servers, until the world is healed. */
  void begin() {
    start(world.hosts[0], true);
    again(Knobs.SECOND / 2);
  }

  private void again(long after) {
    world.schedule.at(world.schedule.now + after, this::attend);
  }

  private void attend() {
    if (world.healed) {
      return;
    }
    for (Host host : world.hosts) {
      if (host.up && isIdle(host) && world.random.nextInt(3) == 0) {
        Server other = host.other().server;
        boolean primary =
            other != null && !other.proc.dead && other.live && !other.following.promoted;
        start(host, primary == (world.random.nextInt(world.knobs.mistaken()) == 0));
      }
    }
    again(world.around(world.knobs.attendedEvery()));
  }

  private static boolean isIdle(Host host) {
    return host.server == null || host.server.proc.dead;
  }

  private void start(Host host, boolean primary) {
    if (world.schedule.now < starting[host.index]) {
      return;
    }
    if (!primary) {
      Server server = new Server(world, host, host.disk);
      world.note(host, "server starts as backup");
      host.server = server;
      server.follow();
      giveUp(server);
    } else if (host.netctl != null) {
      starting[host.index] = world.schedule.now + 12 * Knobs.SECOND;
      world.note(host, "server starts as primary");
      SimNetctl netctl = host.netctl;
      Lane session = new Lane(host.netctlProc);
      world.schedule.at(world.schedule.now, session, () -> mandated(host, netctl.mandate()));
      Proc asked = host.netctlProc;
      world.schedule.at(world.schedule.now + Knobs.SECOND, () -> hungUp(host, asked));
    }
  }

  private void hungUp(Host host, Proc asked) {
    if (asked.dead) {
      starting[host.index] = -1;
    }
  }

  private void mandated(Host host, AgentMandate mandate) {
    world.note(
        host,
        mandate.getGranted()
            ? "server may begin in epoch " + mandate.getEpoch()
            : "server may not begin: " + mandate.getReason());
    long boots = host.boots;
    long takes = world.pause();
    world.schedule.at(
        world.schedule.now + takes,
        () -> {
          starting[host.index] = -1;
          if (mandate.getGranted() && host.up && host.boots == boots && isIdle(host)) {
            Server server = new Server(world, host, new Journal(world.id()));
            host.server = server;
            host.silenced = false;
            server.lead(mandate.getArbitrated() ? mandate.getEpoch() : 1);
          }
        });
  }

  /** A backup that nobody admits ends. */
  private void giveUp(Server server) {
    world.schedule.at(
        world.schedule.now + 3 * Knobs.SECOND,
        () -> {
          if (!server.following.hasJoined()) {
            world.network.kill(server.proc, "exit 69, no primary answers");
          }
        });
  }

  private void obeyed(Host host, String what, OperatorReply reply) {
    world.note(host, "netctl " + what + ": " + reply.getMessage());
    if (reply.getDone()) {
      host.silenced = what.equals("silence");
      host.forced |= what.endsWith("!");
    }
  }

  /** An order, now. */
  void order(Host host, String what) {
    SimNetctl netctl = host.netctl;
    if (netctl == null) {
      return;
    }
    if (what.endsWith("!") && host.server != null) {
      host.server.forced = true;
    }
    world.schedule.at(
        world.schedule.now,
        new Lane(host.netctlProc),
        () -> obeyed(host, what, netctl.order(what)));
  }
}
