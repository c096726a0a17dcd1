package io.understudy.agent.role;

import io.understudy.agent.ExitCode;
import io.understudy.agent.StartRefused;
import io.understudy.agent.status.Console;
import io.understudy.link.control.LifeLine;
import io.understudy.link.control.NetctlClient;
import io.understudy.link.control.NetctlListener;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.PeerLostReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells netctl what this server is and does, on the thread {@code understudy-status}: netctl's
 * client may block, and no managed thread may wait for it.
 */
final class Reporter implements Runnable {
  private static final long PERIOD_NANOS = 50_000_000;

  private final NetctlClient client;
  private final Supplier<AgentState> state;
  private final ConcurrentLinkedQueue<Consumer<NetctlClient>> orders =
      new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  private Reporter(NetctlClient client, Supplier<AgentState> state) {
    this.client = client;
    this.state = state;
    this.thread = new Thread(null, this, "understudy-status", 0, false);
    this.thread.setDaemon(true);
  }

  /**
   * Registers with netctl.
   *
   * @param socket netctl's unix socket
   * @throws StartRefused if netctl is not there
   */
  static Reporter start(
      String socket,
      String service,
      AgentRole role,
      long epoch,
      NetctlListener listener,
      Supplier<AgentState> state)
      throws StartRefused {
    try {
      long pid = Long.parseLong(Files.readSymbolicLink(Path.of("/proc/self")).toString());
      AgentRegister register =
          AgentRegister.newBuilder()
              .setService(service)
              .setRole(role)
              .setPid(pid)
              .setEpoch(epoch)
              .build();
      NetctlClient client = new NetctlClient(Path.of(socket), register, listener);
      client.start();
      holdLifeLine(socket, pid);
      Reporter reporter = new Reporter(client, state);
      reporter.thread.start();
      return reporter;
    } catch (IOException e) {
      throw away(socket, e);
    }
  }

  /** netctl is not there. */
  static StartRefused away(String socket, IOException cause) {
    return new StartRefused(
        ExitCode.UNAVAILABLE,
        "netctl does not answer at "
            + socket
            + ": "
            + cause.getMessage()
            + ". Without it nobody keeps this node silent or lets it speak."
            + " Start netctl on this node first, or check netctl=.",
        cause);
  }

  private static void holdLifeLine(String socket, long pid) {
    try {
      LifeLine.start(Path.of(socket), pid);
    } catch (IOException e) {
      Console.line(
          "no life line to netctl ("
              + e.getMessage()
              + "): it learns of this process' death only when the kernel has freed its memory,"
              + " some tens of milliseconds later");
    }
  }

  void peerLost(PeerLostReason reason, long position, String detail) {
    order(c -> c.peerLost(reason, position, detail));
  }

  /** The backup has joined its primary again. */
  void follows(long epoch, long position) {
    order(c -> c.follows(epoch, position));
  }

  /** Has the state told now. */
  void changed() {
    LockSupport.unpark(thread);
  }

  /** Has something told next. Never blocks. */
  void tell(Consumer<NetctlClient> what) {
    order(what);
  }

  /** Takes leave of netctl and waits until it is said, or for a second. */
  void farewell(String reason) {
    order(
        c -> {
          c.farewell(reason);
          closed = true;
        });
    for (int i = 0; i < 100 && !closed; i++) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  private void order(Consumer<NetctlClient> order) {
    orders.add(order);
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    while (!closed) {
      Consumer<NetctlClient> order = orders.poll();
      if (order != null) {
        order.accept(client);
        continue;
      }
      client.state(state.get());
      if (orders.isEmpty()) {
        LockSupport.parkNanos(this, PERIOD_NANOS);
      }
    }
  }
}
