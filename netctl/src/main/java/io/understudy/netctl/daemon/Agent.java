package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.AgentStatus;

/** The protected server of this node, as it describes itself. Under the node's lock. */
final class Agent {
  private final AgentLink link;
  private final AgentRegister registered;
  private AgentRole role;
  private AgentState state = AgentState.getDefaultInstance();
  private final Silence silence;

  /**
   * @param everyNanos how often {@link #look} is called
   */
  Agent(AgentLink link, AgentRegister registered, long everyNanos) {
    this.silence = new Silence(everyNanos, System.nanoTime());
    this.link = link;
    this.registered = registered;
    this.role = registered.getRole();
  }

  AgentLink link() {
    return link;
  }

  long pid() {
    return registered.getPid();
  }

  AgentRole role() {
    return role;
  }

  /** It has said something. */
  void heard() {
    silence.heard(System.nanoTime());
  }

  /** This daemon runs: from now on the agent's silence counts. */
  void look(long now) {
    silence.look(now);
  }

  long silentNanos(long now) {
    return silence.nanos(now);
  }

  void update(AgentState now) {
    state = now;
  }

  /** From the promise to go live on, its process is the one that speaks. */
  void becomePrimary() {
    role = AgentRole.AGENT_ROLE_PRIMARY;
  }

  boolean isPrimary() {
    return role == AgentRole.AGENT_ROLE_PRIMARY;
  }

  boolean diverged() {
    return state.getProtection() == AgentProtection.AGENT_DIVERGED;
  }

  /** What it said of itself last. */
  AgentState state() {
    return state;
  }

  AgentStatus status() {
    return AgentStatus.newBuilder()
        .setConnected(true)
        .setRegistered(registered.toBuilder().setRole(role))
        .setState(state)
        .build();
  }

  /** A backup that is still on its way through the log. */
  boolean behind() {
    return state.getProtection() == AgentProtection.AGENT_CATCHING_UP;
  }

  @Override
  public String toString() {
    String name = role == AgentRole.AGENT_ROLE_PRIMARY ? "primary" : "backup";
    return name + " '" + registered.getService() + "' pid " + registered.getPid();
  }
}
