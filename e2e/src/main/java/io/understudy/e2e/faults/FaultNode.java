package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.Netctl;
import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Command;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** A node of the pair: its machine, its netctl and its server, which both may be dead. */
final class FaultNode {
  static final int LINK_PORT = 7780;
  private static final int BEAT_PORT = 7790;
  private static final String DISK = "64m";

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

  /** What its server's agent last told its netctl. */
  AgentState state() {
    return netctl.status().getAgent().getState();
  }

  boolean isProtected() {
    return state().getProtection() == AgentProtection.AGENT_PROTECTED;
  }

  /** Its directory is a disk of its own, which is small. */
  void mountDisk() throws IOException {
    Files.createDirectories(host.directory());
    Command.of("mount", "-t", "tmpfs", "-o", "size=" + DISK, "tmpfs", directory()).run();
  }

  void unmountDisk() {
    Command.of("umount", "--lazy", directory()).attempt("");
  }

  /** Nobody can write there any more. */
  void fillDisk() {
    Command.of("dd", "if=/dev/zero", "of=" + filler(), "bs=64k").attempt("");
  }

  void emptyDisk() {
    Command.of("rm", "-f", filler()).run();
  }

  /**
   * Every write of its server to a file fails from now on, with EFBIG, as setrlimit(2) has it for
   * RLIMIT_FSIZE; the JVM ignores the signal.
   */
  void forbidFiles() {
    limitFiles("0:");
  }

  void allowFiles() {
    limitFiles("unlimited:");
  }

  private void limitFiles(String soft) {
    if (server.isAlive()) {
      Command.of("prlimit", "--pid=" + server.process().pid(), "--fsize=" + soft).run();
    }
  }

  private String directory() {
    return host.directory().toString();
  }

  private String filler() {
    return host.directory().resolve("filler").toString();
  }

  boolean speaks() {
    return netctl.process().isAlive() && netctl.status().getGateOpen();
  }
}
