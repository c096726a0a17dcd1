package io.understudy.netctl.daemon;

import io.understudy.link.control.ControlChannel;
import io.understudy.link.message.AgentPeerLost;
import io.understudy.link.message.AgentPromoted;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.ControlFrame;
import io.understudy.link.message.PeerLostReason;
import io.understudy.netctl.announce.Announcements;
import io.understudy.netctl.config.Configuration;
import io.understudy.netctl.gate.SilenceGate;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays takeovers beside the service, so that the first real one meets loaded and compiled code:
 * first calls cost 1 to 165 ms.
 *
 * <p>The gate that it opens is that of no device, and nothing is announced, since the real one may
 * be open meanwhile.
 */
final class Rehearsal {
  private static final int ROUNDS = 50;

  /**
   * Few: the kernel commits one change after the other, and a lease that is not renewed in time has
   * ended.
   */
  private static final int KERNEL_ROUNDS = 2;

  private final Configuration configuration;
  private final SilenceGate gate;
  private final byte[] mac;

  Rehearsal(Configuration configuration, SilenceGate gate, byte[] mac) {
    this.mac = mac.clone();
    this.configuration = configuration;
    this.gate = gate;
  }

  void play() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (EventWriter writer = new EventWriter(nowhere)) {
      EventLog events = new EventLog(writer);
      play(ROUNDS, gate.rehearsalWithoutKernel(), events, 0);
      long renewal = configuration.tenure().lease().toNanos() / 4;
      play(KERNEL_ROUNDS, gate.rehearsal(), events, renewal);
    }
  }

  private void play(int rounds, SilenceGate with, EventLog events, long restNanos) {
    Speaker speaker = new Speaker(with, Announcements.NONE, configuration.tenure().hold(), mac);
    for (int i = 0; i < rounds; i++) {
      Node backup = new Node(configuration, speaker, events, new Alarms(events));
      if (configuration.shadow().on()) {
        backup.keep(new RehearsedShadow());
      }
      backup(backup);
      LockSupport.parkNanos(restNanos);
      backupOfAKilled(new Node(configuration, speaker, events, new Alarms(events)));
      LockSupport.parkNanos(restNanos);
      primary(new Node(configuration, speaker, events, new Alarms(events)));
      LockSupport.parkNanos(restNanos);
    }
  }

  private static void backup(Node node) {
    AgentLink link = Rehearsal::encode;
    register(node, link, AgentRole.AGENT_ROLE_BACKUP);
    node.peerLost(
        link, AgentPeerLost.newBuilder().setReason(PeerLostReason.PEER_LOST_LINK_END).build());
    node.promoted(link, AgentPromoted.newBuilder().setEpoch(2).build());
    node.gone(link, "rehearsal", true);
  }

  private static void backupOfAKilled(Node node) {
    AgentLink link = Rehearsal::encode;
    node.watch(new RehearsedPeer(word(true)));
    register(node, link, AgentRole.AGENT_ROLE_BACKUP);
    node.reconsider();
    node.watch(new RehearsedPeer(word(false)));
    node.reconsider();
    node.promoted(link, AgentPromoted.newBuilder().setEpoch(2).build());
    node.gone(link, "rehearsal", true);
  }

  private static void primary(Node node) {
    register(node, Rehearsal::encode, AgentRole.AGENT_ROLE_PRIMARY);
    node.lifeEnded(0);
  }

  private static void register(Node node, AgentLink link, AgentRole role) {
    node.register(
        link,
        AgentRegister.newBuilder().setProtocol(ControlChannel.PROTOCOL).setRole(role).build());
    node.state(link, AgentState.newBuilder().setEpoch(1).build());
  }

  private static PeerWord word(boolean speaking) {
    return new PeerWord(true, true, false, speaking, !speaking, speaking, 1, System.nanoTime());
  }

  /** Bytes, as a session writes them. */
  private static void encode(ControlFrame frame) {
    if (frame.toByteArray().length == 0) {
      throw new IllegalArgumentException("an empty frame tells nobody anything");
    }
  }
}
