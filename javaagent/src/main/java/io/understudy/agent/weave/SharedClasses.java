package io.understudy.agent.weave;

import java.util.List;

/**
 * Classes of the JDK that the agent's own threads use as the server's do, and whose static
 * initialisers read the machine. Whoever is first runs the initialiser: on one node the agent, on
 * the other perhaps a managed thread, and the log would differ. So the agent is first on every
 * node.
 */
final class SharedClasses {
  private static final List<String> NAMES =
      List.of(
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.SynchronousQueue",
          "java.util.concurrent.LinkedTransferQueue",
          "java.util.concurrent.Exchanger",
          "java.util.concurrent.Phaser",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.concurrent.ScheduledThreadPoolExecutor",
          "java.util.concurrent.locks.StampedLock",
          "java.util.concurrent.atomic.LongAdder");

  private SharedClasses() {}

  /** Runs the initialisers that have not run yet. Before the first managed thread. */
  static void initialise() {
    for (String name : NAMES) {
      try {
        Class.forName(name, true, null);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("every Java platform has " + name, e);
      }
    }
  }
}
