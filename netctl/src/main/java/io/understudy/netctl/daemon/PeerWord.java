package io.understudy.netctl.daemon;

/**
 * What the other node's netctl said last.
 *
 * @param configured whether there is another node
 * @param heard whether it has said anything since this daemon's start
 * @param silent whether it has said nothing for so long that what it said counts no more
 * @param speaking whether its gate is open
 * @param agentEnded whether its primary has died or was given up; its gate was shut before
 * @param agentAlive whether a server is registered there
 * @param epoch the highest epoch that it knows of
 * @param nanos {@link System#nanoTime} at which it was heard
 */
record PeerWord(
    boolean configured,
    boolean heard,
    boolean silent,
    boolean speaking,
    boolean agentEnded,
    boolean agentAlive,
    long epoch,
    long nanos) {

  /** There is no other node. */
  static final PeerWord NOBODY = new PeerWord(false, false, true, false, false, false, 0, 0);

  /** Whether it counts. */
  boolean counts() {
    return heard && !silent;
  }
}
