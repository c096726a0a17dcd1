package io.understudy.netctl.daemon;

/** The ways of heartbeats to the other node. Any thread. */
interface BeatPath {
  /** Sends one on each way, or does not: nobody waits for its arrival. */
  void send(byte[] beat);
}
