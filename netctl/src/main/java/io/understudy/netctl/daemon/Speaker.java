package io.understudy.netctl.daemon;

import io.understudy.netctl.announce.Announcer;
import io.understudy.netctl.gate.SilenceGate;
import io.understudy.netctl.kernel.KernelRefusal;
import java.util.concurrent.TimeUnit;

/**
 * This node's voice: the gate, and the announcements that follow its opening. Under Node's lock.
 */
final class Speaker {
  private final SilenceGate gate;
  private final Announcer announcer;
  private boolean speaking;
  private String reason = "";
  private long sinceNanos;

  Speaker(SilenceGate gate, Announcer announcer) {
    this.gate = gate;
    this.announcer = announcer;
  }

  /** Opens the gate; puts the table back first if somebody has removed it. */
  void open(String why) {
    try {
      gate.open();
    } catch (KernelRefusal gone) {
      gate.install();
      gate.open();
    }
    if (!speaking) {
      sinceNanos = System.nanoTime();
    }
    speaking = true;
    reason = why;
  }

  /** Announces the address now and as planned. */
  void announce() {
    announcer.start();
  }

  /** Shuts the gate, by a new table if the quick way is refused. */
  void shut() {
    speaking = false;
    reason = "";
    try {
      gate.shut();
    } catch (KernelRefusal refused) {
      gate.install();
    } finally {
      announcer.stop();
    }
  }

  /**
   * Puts a removed table back, open or shut as before.
   *
   * @return false if it was in place
   */
  boolean repair() {
    if (gate.isInstalled()) {
      return false;
    }
    gate.install();
    if (speaking) {
      gate.open();
    }
    return true;
  }

  boolean speaking() {
    return speaking;
  }

  String reason() {
    return reason;
  }

  /** What the kernel says, whatever we believe. */
  boolean gateOpen() {
    return gate.isOpen();
  }

  long speakingMillis() {
    return speaking ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sinceNanos) : 0;
  }
}
