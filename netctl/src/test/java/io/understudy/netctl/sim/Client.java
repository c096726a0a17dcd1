package io.understudy.netctl.sim;

import io.understudy.link.control.ControlChannel;
import io.understudy.link.message.AgentAlone;
import io.understudy.link.message.AgentFollows;
import io.understudy.link.message.AgentPeerLost;
import io.understudy.link.message.AgentPromoted;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.ControlFrame;
import io.understudy.link.message.PeerLostReason;
import io.understudy.netctl.daemon.SimNetctl;

/**
 * A server's connection to its netctl. Re-states {@code NetctlClient}: connects again 250 ms after
 * a loss, and repeats what counts.
 */
final class Client {
  private static final long LOCAL = 50_000;
  private static final long RETRY = 250 * Knobs.MILLI;

  /** One connection, with netctl's thread for it. */
  private final class Session {
    final SimNetctl netctl = server.host.netctl;
    final Lane lane = new Lane(server.host.netctlProc);
    final SimNetctl.Way way = new SimNetctl.Way(this::tell);
    boolean open = true;

    void send(ControlFrame frame) {
      world.schedule.at(world.schedule.now + LOCAL, lane, () -> take(frame));
    }

    private void take(ControlFrame frame) {
      if (open && !netctl.frame(way, frame)) {
        open = false;
        netctl.gone(way, true);
        lost(this);
      }
    }

    private void tell(ControlFrame frame) {
      world.seam();
      world.schedule.at(
          world.schedule.now + LOCAL,
          server.lane,
          () -> {
            if (open && session == this) {
              server.told(frame);
            }
          });
    }

    void end(boolean died) {
      if (open) {
        open = false;
        world.schedule.at(world.schedule.now + LOCAL, lane, () -> netctl.gone(way, died));
      }
    }
  }

  private final World world;
  private final Server server;
  private final long pid;
  private Session session;
  private AgentState state;
  private AgentPeerLost peerLost;
  private AgentAlone alone;
  private boolean registered;
  private boolean closed;

  Client(World world, Server server) {
    this.world = world;
    this.server = server;
    this.pid = world.id();
  }

  void register() {
    registered = true;
    connect();
  }

  private void connect() {
    if (closed || session != null) {
      return;
    }
    if (server.host.netctl == null) {
      retry();
      return;
    }
    session = new Session();
    AgentRole role = server.live ? AgentRole.AGENT_ROLE_PRIMARY : AgentRole.AGENT_ROLE_BACKUP;
    session.send(
        ControlFrame.newBuilder()
            .setRegister(
                AgentRegister.newBuilder()
                    .setProtocol(ControlChannel.PROTOCOL)
                    .setRole(state == null ? role : state.getRole())
                    .setPid(pid)
                    .setEpoch(state == null ? server.epoch : state.getEpoch()))
            .build());
    if (state != null) {
      session.send(ControlFrame.newBuilder().setState(state).build());
    }
    if (alone != null) {
      session.send(ControlFrame.newBuilder().setAlone(alone).build());
    }
    if (peerLost != null) {
      session.send(ControlFrame.newBuilder().setPeerLost(peerLost).build());
    }
  }

  private void retry() {
    world.schedule.at(world.schedule.now + RETRY, server.lane, this::connect);
  }

  private void lost(Session from) {
    if (session == from) {
      session = null;
      retry();
    }
  }

  private void send(ControlFrame frame) {
    if (session != null) {
      session.send(frame);
    }
  }

  void state() {
    if (!registered) {
      return;
    }
    state =
        AgentState.newBuilder()
            .setRole(server.live ? AgentRole.AGENT_ROLE_PRIMARY : AgentRole.AGENT_ROLE_BACKUP)
            .setEpoch(server.epoch)
            .build();
    send(ControlFrame.newBuilder().setState(state).build());
  }

  void peerLost(PeerLostReason reason) {
    peerLost = AgentPeerLost.newBuilder().setReason(reason).setPosition(server.log.end()).build();
    send(ControlFrame.newBuilder().setPeerLost(peerLost).build());
  }

  void follows() {
    peerLost = null;
    send(
        ControlFrame.newBuilder()
            .setFollows(AgentFollows.newBuilder().setEpoch(server.epoch))
            .build());
  }

  void alone() {
    alone = AgentAlone.newBuilder().setEpoch(server.epoch).build();
    send(ControlFrame.newBuilder().setAlone(alone).build());
  }

  void aloneOver() {
    alone = null;
  }

  void promoted() {
    peerLost = null;
    send(
        ControlFrame.newBuilder()
            .setPromoted(AgentPromoted.newBuilder().setEpoch(server.epoch))
            .build());
  }

  void farewell() {
    closed = true;
    if (session != null) {
      session.end(false);
      session = null;
    }
  }

  /** The connection breaks, though both live. */
  void breaks() {
    Session broken = session;
    if (broken != null) {
      broken.end(true);
      lost(broken);
    }
  }

  void netctlDied() {
    if (session != null) {
      session.open = false;
      lost(session);
    }
  }

  /** The server's process is dead: its life line ends first, its connection some time later. */
  void died() {
    closed = true;
    if (session == null) {
      return;
    }
    Session last = session;
    SimNetctl netctl = last.netctl;
    Lane line = new Lane(last.lane.proc);
    world.schedule.at(world.schedule.now + Knobs.MILLI / 2, line, () -> netctl.lifeEnded(pid));
    world.schedule.at(world.schedule.now + 50 * Knobs.MILLI, () -> last.end(true));
  }
}
