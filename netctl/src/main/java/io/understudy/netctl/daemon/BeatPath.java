package io.understudy.netctl.daemon;

/** The way of heartbeats to the other node. Any thread. */
interface BeatPath {
  /** Sends one, or does not: nobody waits for its arrival. */
  void send(byte[] beat);
}
