package io.understudy.netctl.daemon;

import io.understudy.netctl.announce.Announcements;
import io.understudy.netctl.gate.SilenceGate;
import io.understudy.netctl.kernel.KernelRefusal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * This node's voice: the gate, and the announcements that follow its opening. Under the node's
 * lock, but for {@link #ask}.
 */
final class Speaker {
  private final SilenceGate gate;
  private final Announcements announcer;
  private final Duration hold;
  private final byte[] mac;
  private boolean speaking;
  private String reason = "";
  private long sinceNanos;

  /**
   * @param hold how long an arbiter's answer counts
   * @param mac Ethernet address of the service device
   */
  Speaker(SilenceGate gate, Announcements announcer, Duration hold, byte[] mac) {
    this.mac = mac.clone();
    this.hold = hold;
    this.gate = gate;
    this.announcer = announcer;
  }

  /** Notes in the kernel that the arbiter is being asked. Any thread. */
  void ask() {
    try {
      gate.ask(hold);
    } catch (KernelRefusal gone) {
      // the table was removed: the answer will not open the gate, and the next question finds it
    }
  }

  /** Opens the gate, as the arbiter's answer allows; false if that was asked for too long ago. */
  boolean openAsked(String why) {
    if (!gate.openAsked()) {
      return false;
    }
    speaks(why);
    return true;
  }

  /**
   * Renews the lease, for so long at most; false if it has run out, so that this node is silent.
   *
   * @param mostNanos a millisecond at least
   */
  boolean renew(long mostNanos) {
    return gate.renew(TimeUnit.NANOSECONDS.toMillis(mostNanos));
  }

  /** For how long the kernel lets this node speak. */
  long leaseLeftMillis() {
    return gate.leaseLeftMillis();
  }

  /** Opens the gate; puts the table back first if somebody has removed it. */
  void open(String why) {
    try {
      gate.open();
    } catch (KernelRefusal gone) {
      gate.install();
      gate.open();
    }
    speaks(why);
  }

  private void speaks(String why) {
    if (!speaking) {
      sinceNanos = System.nanoTime();
    }
    speaking = true;
    reason = why;
  }

  /** Lets input in before this node speaks: {@link SilenceGate#hear}. */
  void hear(Duration limit) {
    gate.hear(limit);
  }

  /** Whether {@link #hear} lets input in. */
  boolean hears() {
    return gate.hears();
  }

  /** Lets no datagram in, though this node is about to speak: {@link SilenceGate#withhold}. */
  void withhold(Duration limit) {
    try {
      gate.withhold(limit);
    } catch (KernelRefusal gone) {
      gate.install();
      gate.withhold(limit);
    }
  }

  /** Ends {@link #withhold}. */
  void admit() {
    gate.admit();
  }

  /** Ends {@link #hear}. */
  void deafen() {
    gate.deafen();
  }

  /** Sends this node's input on to another one: {@link SilenceGate#divert}. */
  void divert(byte[] next, Duration limit) {
    gate.divert(mac, next, limit);
  }

  /** Ends {@link #divert}. */
  void undivert() {
    gate.undivert();
  }

  /** Ethernet address of the service device. */
  byte[] mac() {
    return mac.clone();
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
   * Puts a removed table back, shut: the lease has ended with it.
   *
   * @return false if it was in place
   */
  boolean repair() {
    if (gate.isInstalled()) {
      return false;
    }
    gate.install();
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
