package io.understudy.netctl.daemon;

import io.understudy.link.control.ControlChannel;
import io.understudy.link.message.AgentPeerLost;
import io.understudy.link.message.AgentPromoted;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.ControlFrame;
import io.understudy.link.message.PeerLostReason;
import io.understudy.netctl.announce.Announcer;
import io.understudy.netctl.config.Configuration;
import io.understudy.netctl.gate.SilenceGate;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Plays takeovers with the gate shut, so that the first real one meets loaded and compiled code:
 * first calls cost 1 to 165 ms.
 *
 * <p>The gate that it opens is that of no device, and the real one drops the announcements.
 */
final class Rehearsal {
  private static final int ROUNDS = 50;

  private final Configuration configuration;
  private final SilenceGate gate;
  private final Announcer announcer;
  private final byte[] mac;

  Rehearsal(Configuration configuration, SilenceGate gate, Announcer announcer, byte[] mac) {
    this.mac = mac.clone();
    this.configuration = configuration;
    this.gate = gate;
    this.announcer = announcer;
  }

  void play() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (EventWriter writer = new EventWriter(nowhere)) {
      EventLog events = new EventLog(writer);
      Speaker speaker =
          new Speaker(gate.rehearsal(), announcer, configuration.tenure().hold(), mac);
      for (int i = 0; i < ROUNDS; i++) {
        Node backup = new Node(configuration, speaker, events, new Alarms(events));
        if (configuration.shadow().on()) {
          backup.keep(new RehearsedShadow());
        }
        backup(backup);
        backupOfAKilled(new Node(configuration, speaker, events, new Alarms(events)));
        primary(new Node(configuration, speaker, events, new Alarms(events)));
      }
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
