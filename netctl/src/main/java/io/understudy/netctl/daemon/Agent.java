package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.AgentStatus;

/** The protected server of this node, as it describes itself. Under Node's lock. */
final class Agent {
  private final AgentLink link;
  private final AgentRegister registered;
  private AgentRole role;
  private AgentState state = AgentState.getDefaultInstance();

  Agent(AgentLink link, AgentRegister registered) {
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

  AgentStatus status() {
    return AgentStatus.newBuilder()
        .setConnected(true)
        .setRegistered(registered.toBuilder().setRole(role))
        .setState(state)
        .build();
  }

  @Override
  public String toString() {
    String name = role == AgentRole.AGENT_ROLE_PRIMARY ? "primary" : "backup";
    return name + " '" + registered.getService() + "' pid " + registered.getPid();
  }
}
