package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentState;

/** When a planned switch-over is refused. Under the node's lock. */
final class SwitchoverRules {
  /** Log that the backup has yet to execute; more than a busy pair has under way. */
  private static final long MOST_BEHIND = 512 << 10;

  private static final int MAC_BYTES = 6;

  private SwitchoverRules() {}

  /** Why this node cannot hand over now; null if it can. */
  static String refusal(NodeState state) {
    if (state.agent == null) {
      return "no server is registered at this node's netctl";
    }
    if (!state.agent.isPrimary()) {
      return "the " + state.agent + " only follows; give the order to the node that speaks";
    }
    if (!state.speaker.speaking()) {
      return "this node does not speak: it has nothing to hand over";
    }
    String refusal = backup(state);
    return refusal == null ? otherNode(state) : refusal;
  }

  private static String backup(NodeState state) {
    AgentState primary = state.agent.state();
    if (primary.getProtection() != AgentProtection.AGENT_PROTECTED) {
      return "no backup follows the "
          + state.agent
          + (primary.hasDivergence() ? ": the last one diverged" : "")
          + (primary.getDetail().isEmpty() ? "" : " (" + primary.getDetail() + ")")
          + "; start one and let it catch up";
    }
    long behind = primary.getAppendedPosition() - primary.getExecutedPosition();
    return behind > MOST_BEHIND
        ? "the backup is behind: it has yet to execute "
            + behind
            + " bytes of log; wait, or see what slows it"
        : null;
  }

  private static String otherNode(NodeState state) {
    if (!state.peer.word().counts()) {
      return "the other node's netctl is not heard; nobody would take over";
    }
    if (!state.peer.said().getFollows()) {
      return "no backup that may be promoted is registered at the other node's netctl";
    }
    if (state.peer.said().getHardware().size() != MAC_BYTES) {
      return "the other node's netctl does not name its service device; use the same release";
    }
    boolean granted =
        !state.office.arbitrated() || state.office.confirmed(state.epoch, System.nanoTime()) > 0;
    return granted ? null : "the arbiter does not answer" + state.trouble() + "; nobody could win";
  }
}
