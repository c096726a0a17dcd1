package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.Netctl;
import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.link.message.AgentProtection;
import java.util.List;

/** A node of the pair: its machine, its netctl and its server, which both may be dead. */
final class FaultNode {
  static final int LINK_PORT = 7780;
  private static final int BEAT_PORT = 7790;

  final Host host;
  Netctl netctl;
  LabProcess server;

  FaultNode(Host host) {
    this.host = host;
  }

  boolean isAlpha() {
    return host.name().equals("alpha");
  }

  String link() {
    return replication(isAlpha()) + ":" + LINK_PORT;
  }

  /**
   * Netctl's options for heartbeats.
   *
   * @param single only on the replication network
   */
  List<String> beats(boolean single) {
    return List.of("--listen=" + paths(isAlpha(), single), "--peer=" + paths(!isAlpha(), single));
  }

  private static String paths(boolean alpha, boolean single) {
    String service = alpha ? Addresses.ALPHA : Addresses.BETA;
    String first = replication(alpha) + ":" + BEAT_PORT;
    return single ? first : first + "," + service + ":" + BEAT_PORT;
  }

  private static String replication(boolean alpha) {
    return alpha ? Addresses.ALPHA_REPLICATION : Addresses.BETA_REPLICATION;
  }

  /** SIGSTOP of all that runs on it. */
  void pause() {
    netctl.process().pause();
    server.pause();
  }

  /** SIGCONT. */
  void resume() {
    server.resume();
    netctl.process().resume();
  }

  boolean isProtected() {
    return netctl.status().getAgent().getState().getProtection() == AgentProtection.AGENT_PROTECTED;
  }

  boolean speaks() {
    return netctl.process().isAlive() && netctl.status().getGateOpen();
  }
}
