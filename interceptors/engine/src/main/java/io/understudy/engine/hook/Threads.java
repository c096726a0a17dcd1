package io.understudy.engine.hook;

import io.understudy.engine.boundary.Boundary;
import io.understudy.engine.monitor.WaitSet;
import io.understudy.engine.turn.EngineListener;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Mode;
import io.understudy.engine.turn.Reason;
import io.understudy.engine.turn.State;
import io.understudy.engine.turn.Turn;
import io.understudy.engine.turn.Wakeups;

/** Start, end and interruption of threads. */
public final class Threads {
  private static final String AGENT = "understudy-";

  /** Of {@code sun.nio.fs.AbstractPoller}; on JDK 17 it is a plain Thread. */
  private static final String WATCHER = "FileSystemWatchService";

  /** Of {@code java.lang.ProcessHandleImpl}; on JDK 17 it is a plain Thread. */
  private static final String REAPER = "process reaper";

  private Threads() {}

  /** Call site of Thread.start0. */
  public static void start0(Thread thread) {
    ManagedThread t = Turn.current();
    if (t == null || staysReal(thread)) {
      noteUnmanaged(thread);
      RealThread.get().start(thread);
      return;
    }
    t.depth++;
    try {
      Turn.register(thread);
      RealThread.get().start(thread);
    } finally {
      t.depth--;
    }
  }

  /** Entry of VirtualThread.start: one that {@link VirtualThreads} did not make. */
  public static void virtual() {
    Boundary.unsupported("started a virtual thread");
  }

  /**
   * Threads of the JDK's own machinery (InnocuousThread, CarrierThread) are not managed. It names
   * each; a nameless one is of {@code sun.nio.ch.ThreadPool} and runs completion handlers. The one
   * that waits for file events hands them to threads of the server, and the one that waits for the
   * end of a process completes the server's future.
   */
  private static boolean staysReal(Thread thread) {
    return thread.getClass().getName().startsWith("jdk.internal.misc.")
        && !thread.getName().startsWith("InnocuousThread-")
        && !thread.getName().equals(WATCHER)
        && !thread.getName().equals(REAPER);
  }

  private static void noteUnmanaged(Thread thread) {
    EngineListener listener = Turn.listener();
    if (Turn.mode() == Mode.OFF || listener == null) {
      return;
    }
    ManagedThread self = Turn.enterAgent();
    String name = thread.getName();
    boolean agents =
        name.startsWith(AGENT)
            || thread.getClass().getClassLoader() == listener.getClass().getClassLoader();
    if (!agents) {
      listener.unmanagedThread("\"" + name + "\" of " + thread.getClass().getName());
    }
    Turn.leaveAgent(self);
  }

  /** JVMTI THREAD_START, on the new thread, before its run method. */
  public static void started() {
    if (Turn.mode() == Mode.OFF) {
      return;
    }
    ManagedThread t = Turn.find(Thread.currentThread());
    if (t != null && t.state == State.NEW) {
      Turn.firstTurn(t);
    }
  }

  /** JVMTI THREAD_END, on the ending thread. */
  public static void ended() {
    ManagedThread t = Turn.holder();
    if (t != null && t.thread == Thread.currentThread()) {
      t.depth++;
      Turn.end(t);
    }
  }

  /** Entry of Thread.join(long). True: done, skip the body. */
  public static boolean join(Thread thread, long millis) throws InterruptedException {
    ManagedThread t = Turn.current();
    if (t == null || millis < 0) {
      return false;
    }
    if (Turn.hasEnded(thread)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return true;
    }
    if (Turn.find(thread) == null) {
      return false;
    }
    return WaitSet.join(t, thread, millis) != Reason.ABANDONED;
  }

  /**
   * Result of Thread.isAlive: for managed threads a thread lives until the end of its last turn.
   */
  public static boolean isAlive(Thread thread, boolean real) {
    return real && (Turn.current() == null || !Turn.hasEnded(thread));
  }

  /** Call site of the native Thread.isAlive of JDK 17. */
  public static boolean isAlive(Thread thread) {
    return isAlive(thread, thread.isAlive());
  }

  /** Entry of Thread.interrupt. True: done, skip the body. */
  public static boolean interrupt(Thread thread) {
    if (Turn.mode() == Mode.OFF || thread == Thread.currentThread()) {
      return false;
    }
    ManagedThread holder = Turn.holder();
    boolean inside = holder != null && holder.thread == Thread.currentThread();
    if (inside && holder.depth > 0) {
      return false;
    }
    ManagedThread target = Turn.find(thread);
    // in a native the body must run: it wakes the thread and closes its interruptible channel
    if (target == null || target.state == State.NATIVE) {
      return false;
    }
    Wakeups.interrupt(target, !inside);
    return true;
  }

  /** Result of Thread.isInterrupted as managed threads see it. */
  public static boolean isInterrupted(Thread thread, boolean real) {
    ManagedThread self = Turn.current();
    if (self == null || self.thread == thread) {
      return real;
    }
    ManagedThread target = Turn.find(thread);
    return real || (target != null && target.pendingInterrupt);
  }

  /** Result of Thread.getState: of a managed thread, what the schedule says. */
  public static Thread.State getState(Thread thread, Thread.State real) {
    if (Turn.current() == null) {
      return real;
    }
    if (Turn.hasEnded(thread)) {
      return Thread.State.TERMINATED;
    }
    ManagedThread t = Turn.find(thread);
    if (t == null || thread == Thread.currentThread()) {
      return real;
    }
    return switch (t.state) {
      case State.MONITOR -> Thread.State.BLOCKED;
      case State.PARKED, State.WAITING, State.JOINING ->
          t.timed ? Thread.State.TIMED_WAITING : Thread.State.WAITING;
      case State.SLEEPING -> Thread.State.TIMED_WAITING;
      default -> Thread.State.RUNNABLE;
    };
  }
}
