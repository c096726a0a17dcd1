package io.understudy.link.control;

import io.understudy.link.message.AgentWelcome;

/**
 * What netctl tells the agent. All calls come from the thread {@code understudy-netctl}, one at a
 * time; they must hand long work to another thread.
 */
public interface NetctlListener {
  /** The registration was answered: at the first connection and at every later one. */
  void welcomed(AgentWelcome welcome);

  /**
   * Go live in this epoch. The gate is already open. Answer with {@link NetctlClient#promoted}.
   *
   * @param toldNanos {@link System#nanoTime} when the order was read
   */
  void promote(long epoch, long toldNanos);

  /**
   * The link to the primary has ended, but the primary lives and speaks: this backup must not be
   * promoted until it follows again.
   */
  void held(String reason);

  /** This primary may go on without a backup in this epoch: what waits for one may leave. */
  void granted(long epoch);

  /** The other node has won an epoch: this server's word counts no more, and it must end. */
  void fenced(String reason);

  /**
   * A planned switch-over: the server's input goes to the other node by now. Read what is left, end
   * the log, take leave of the backup, and answer with {@link NetctlClient#handedOver}; then {@link
   * #fenced} follows.
   */
  void handOver();

  /** The gate of this node was shut: nothing that is sent now leaves the node. */
  void silenced(String reason);

  /** The connection ended; the client connects again by itself. */
  void disconnected(String reason);
}
