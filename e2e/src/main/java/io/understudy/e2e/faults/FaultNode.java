package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.Netctl;
import io.understudy.e2e.lab.Command;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentState;
import java.io.IOException;
import java.nio.file.Files;

/** A node of the pair: its machine, its netctl and its server, which both may be dead. */
final class FaultNode {
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
   * Its server's journal cannot be written from now on: what makes a file longer than this fails
   * with EFBIG (setrlimit(2), RLIMIT_FSIZE; the JVM ignores the signal). The server's own files are
   * shorter: if those failed on one node alone, the nodes would differ.
   */
  void forbidJournal() {
    limitFiles("16384:");
  }

  void allowJournal() {
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
