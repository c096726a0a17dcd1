package io.understudy.netctl.daemon;

/**
 * Hands over to the preferred node, in order, once its backup has followed for long enough. Under
 * the node's lock.
 */
final class Preference {
  private final NodeState state;
  private final Switchover switchover;
  private long possibleNanos;
  private boolean possible;

  Preference(NodeState state, Switchover switchover) {
    this.state = state;
    this.switchover = switchover;
  }

  void look(long now) {
    boolean due =
        state.speaker.speaking()
            && state.peer.said().getPreferred()
            && !state.health.plan().preferred()
            && !state.inMaintenance()
            && switchover.isPossible();
    if (!due) {
      possible = false;
      return;
    }
    if (!possible) {
      possible = true;
      possibleNanos = now;
    }
    if (now - possibleNanos >= state.health.plan().preferredAfter().toNanos()
        && !state.health.flaps(now)) {
      possible = false;
      state.events.add("preferred", "the other node is preferred: this one hands over");
      var unused = switchover.begin();
    }
  }
}
