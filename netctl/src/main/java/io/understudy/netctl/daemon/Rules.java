package io.understudy.netctl.daemon;

import io.understudy.link.control.ControlChannel;
import io.understudy.link.message.AgentDivergence;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import java.util.List;

/**
 * The rules of speech without an arbiter, and the names of the alarms. Each rule returns null, or
 * why it refuses.
 */
final class Rules {
  static final String NO_AGENT = "no-agent";
  static final String HELD_BACK = "held-back";
  static final String PEER_SILENT = "peer-silent";
  static final String NODE_SILENT = "node-silent";
  static final String UNWELL = "unwell";
  static final String MAINTENANCE = "maintenance";
  static final String STRANGER = "stranger";
  static final String DUPLICATE_ADDRESS = "duplicate-address";
  static final String PATH_SILENT = "path-silent";
  static final String NO_TAKEOVER = "no-takeover";
  static final String PROMOTING = "promotion-pending";
  static final String UNPROTECTED = "unprotected";
  static final String DIVERGED = "diverged";
  static final String TWO_SPEAKERS = "two-speakers";
  static final String PEER_SPEAKS = "peer-speaks";
  static final String ARBITER_SILENT = "arbiter-silent";
  static final String LEASE_LAPSED = "lease-lapsed";

  /** Alarms that end with the agent that they are about. */
  static final List<String> OF_AN_AGENT =
      List.of(HELD_BACK, PEER_SILENT, NO_TAKEOVER, PEER_SPEAKS, PROMOTING, UNPROTECTED, DIVERGED);

  private Rules() {}

  /**
   * May this agent register?
   *
   * @param current the agent that is registered, or null
   * @param givenUp the process of one that was given up, or 0
   */
  static String registration(AgentRegister register, Agent current, long givenUp) {
    if (givenUp != 0 && register.getPid() == givenUp) {
      return "the server with pid " + givenUp + " was given up; start it again as backup";
    }
    if (register.getProtocol() != ControlChannel.PROTOCOL) {
      return "the agent speaks protocol "
          + register.getProtocol()
          + ", this netctl "
          + ControlChannel.PROTOCOL
          + "; use the same release on this node";
    }
    if (register.getRole() != AgentRole.AGENT_ROLE_PRIMARY
        && register.getRole() != AgentRole.AGENT_ROLE_BACKUP) {
      return "the agent names no role";
    }
    if (current != null && current.pid() != register.getPid()) {
      return "this node already serves the " + current + "; one netctl serves one server";
    }
    return null;
  }

  /**
   * A diverged backup no longer holds the calls, one that is behind not yet: as primary it would
   * answer them wrongly.
   */
  static String promotion(Agent agent) {
    String diverged = diverged(agent);
    return diverged == null && agent != null && !agent.isPrimary() && agent.behind()
        ? "the "
            + agent
            + " had not caught up with its primary: it lacks what clients were told; nobody speaks;"
            + " start a new primary, or overrule by 'netctl takeover --force'"
        : diverged;
  }

  private static String diverged(Agent agent) {
    return agent != null && agent.diverged()
        ? "the " + agent + " has diverged and is never promoted; start a new backup"
        : null;
  }

  /** The report of a divergence in one line. */
  static String divergence(Agent agent, AgentDivergence told) {
    return (agent.isPrimary() ? "the backup of " + agent : agent.toString())
        + " did not follow the log at position "
        + told.getPosition()
        + ": thread "
        + told.getThread()
        + " was to do: "
        + told.getExpected()
        + "; the log holds: "
        + told.getGot()
        + "; backup's code: "
        + known(told.getBackupSite())
        + "; primary's code: "
        + known(told.getPrimarySite());
  }

  private static String known(String site) {
    return site.isEmpty() ? "not known" : site;
  }

  /** Why a backup that has lost its link stays silent. */
  static String dropped(Agent agent) {
    return "the "
        + agent
        + " has lost its primary, but the other node lives and speaks: the primary dropped this"
        + " backup, or the link between them broke; calls are not protected; mend what slows or cuts"
        + " the link, and start the backup again if it does not join by itself";
  }

  /** Why it stays silent even if that primary dies. */
  static String outdated(Agent agent) {
    return "the other node's server has died, but the "
        + agent
        + " was dropped before: it lacks what was said since; nobody speaks; start a new primary,"
        + " or overrule by 'netctl takeover --force'";
  }

  static String speaking(Agent agent, boolean peerSpeaks, boolean force) {
    if (agent != null && !agent.isPrimary()) {
      return "the " + agent + " only follows; use 'netctl takeover' to promote it";
    }
    return peerSpeaks(peerSpeaks, force);
  }

  static String takeover(Agent agent, boolean peerSpeaks, boolean force) {
    String refusal = force ? diverged(agent) : promotion(agent);
    return refusal == null ? peerSpeaks(peerSpeaks, force) : refusal;
  }

  private static String peerSpeaks(boolean peerSpeaks, boolean force) {
    return peerSpeaks && !force
        ? "the other node speaks; two speakers would answer every call twice; silence it first, or"
            + " use --force"
        : null;
  }

  /** Raises and clears what an agent's state asks for. */
  static void alarms(Agent agent, AgentState state, Alarms alarms) {
    switch (state.getProtection()) {
      case AGENT_DIVERGED ->
          alarms.raise(DIVERGED, agent + " is no backup any more: " + state.getDetail());
      case AGENT_UNPROTECTED ->
          alarms.raise(
              UNPROTECTED, agent + " has no backup that has caught up: its death loses every call");
      case AGENT_PROTECTED, AGENT_CATCHING_UP -> {
        alarms.clear(DIVERGED);
        alarms.clear(UNPROTECTED);
      }
      default -> {} // not yet known
    }
  }
}
