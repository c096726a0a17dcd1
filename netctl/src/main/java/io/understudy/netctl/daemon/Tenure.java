package io.understudy.netctl.daemon;

/** What this node wants, has asked and has lost of its right to speak. Under the node's lock. */
final class Tenure {
  /** It is to speak as soon as it may. */
  boolean wanted;

  /** Why. */
  String reason = "";

  /** A question to the arbiter is under way. */
  boolean asking;

  /** The question under way is for an epoch that the other node may hold. */
  boolean claiming;

  /** Its agent has lost its backup and waits for an epoch of its own, also while it is silenced. */
  boolean alone;

  /** {@link System#nanoTime} before which the node that had the epoch before may still speak. */
  private long openFromNanos = System.nanoTime();

  /** That time was not set by an epoch that this daemon has won, but at its start. */
  private boolean inherited;

  /** Epochs up to this one are given up for good: never again does this node speak in them. */
  long left;

  /** The last epoch that this node has by a takeover; 0 if none. */
  long tookOver;

  /** {@link System#nanoTime} from which on this node is to speak, and does not. */
  long wantedNanos;

  /** The kernel knows that the other node, and not the arbiter, is being asked. */
  boolean asked;

  /** {@link System#nanoTime} of that. */
  long askedNanos;

  /** Leases that ran out while this node was to speak. */
  long lapses;

  /** Why the lease is not renewed; empty while it is. */
  String withheld = "";

  void want(String why) {
    wanted = true;
    reason = why;
    wantedNanos = System.nanoTime();
    asked = false;
  }

  /**
   * The kernel notes one question at a time: what the other node answers to an older one is void.
   */
  void asksArbiter() {
    asking = true;
    asked = false;
  }

  void renounce() {
    wanted = false;
    withheld = "";
  }

  void lapse(long now) {
    lapses++;
    wantedNanos = now;
    asked = false;
    withheld = "";
  }

  /**
   * A daemon begins: the epoch that this node holds may have been won by the one before, which did
   * not live to wait for the end of the other node's lease.
   */
  void inherit(long untilNanos) {
    openFromNanos = untilNanos;
    inherited = true;
  }

  /** An epoch was won: before this the gate is not opened. */
  void await(long untilNanos) {
    openFromNanos = untilNanos;
    inherited = false;
  }

  /**
   * The other node has consented since this daemon began, so it does not speak; and never again in
   * an epoch of before, as the arbiter will tell it.
   */
  void consented(long now) {
    if (inherited) {
      await(now);
    }
  }

  boolean mayAskAt(long now) {
    return wanted && !asking && now - openFromNanos >= 0;
  }
}
