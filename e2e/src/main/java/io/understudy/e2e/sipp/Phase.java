package io.understudy.e2e.sipp;

/** Where a call stood when the primary was killed. */
public enum Phase {
  /** Over, good or bad, before the kill. */
  BEFORE,
  /** The INVITE was sent, the ACK not yet. */
  SETUP,
  /** The ACK was sent, the call was not over. */
  ESTABLISHED,
  /** Begun after the kill. */
  LATER
}
