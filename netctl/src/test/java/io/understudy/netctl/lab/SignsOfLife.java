package io.understudy.netctl.lab;

import io.understudy.link.control.NetctlClient;
import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Has an agent say something ten times a second, as a real one does. */
final class SignsOfLife {
  private static final long PERIOD_NANOS = 50_000_000;

  private SignsOfLife() {}

  /** Until this process ends: a client that is closed says nothing. */
  static AtomicReference<AgentState> start(NetctlClient client, AgentRole role, long epoch) {
    AgentState.Builder first = AgentState.newBuilder().setRole(role).setEpoch(epoch);
    if (role == AgentRole.AGENT_ROLE_PRIMARY) {
      first.setProtection(AgentProtection.AGENT_PROTECTED);
    }
    AtomicReference<AgentState> state = new AtomicReference<>(first.build());
    Thread thread =
        new Thread(
            () -> {
              while (true) {
                client.state(state.get());
                LockSupport.parkNanos(PERIOD_NANOS);
              }
            },
            "signs-of-life");
    thread.setDaemon(true);
    thread.start();
    return state;
  }
}
