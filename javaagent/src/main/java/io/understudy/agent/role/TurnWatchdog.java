package io.understudy.agent.role;

import io.understudy.agent.status.Console;
import io.understudy.engine.log.Log;
import io.understudy.engine.turn.GuardedSink;
import io.understudy.engine.turn.GuardedSource;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Mode;
import io.understudy.engine.turn.Turn;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Sees a turn that does not move: its holder blocks where no hook gives the turn up (a class that
 * another thread initialises, a lock of native code), or spins on a flag that nobody can set.
 * Alarms first, then hands the stuck turn to its owner, which stops replication.
 *
 * <p>Runs on the thread {@code understudy-watchdog}. A class initialisation leaves its waiter
 * RUNNABLE, so the thread state tells nothing: the same stack, time after time, does.
 */
final class TurnWatchdog implements Runnable {
  private static final long SAMPLE_MILLIS = 200;
  private static final int ALARM_SAMPLES = 10;
  private static final int STOP_SAMPLES = 50;
  private static final int FRAMES = 8;

  private static volatile long stillMillis;

  private final Consumer<String> stuck;
  private long grants;
  private long position;
  private int begun;
  private ManagedThread holder;
  private StackTraceElement[] stack = new StackTraceElement[0];
  private int still;

  private TurnWatchdog(Consumer<String> stuck) {
    this.stuck = stuck;
  }

  /** Starts the thread; {@code stuck} is called once with what to tell. */
  static void start(Consumer<String> stuck) {
    Thread thread = new Thread(null, new TurnWatchdog(stuck), "understudy-watchdog", 0, false);
    thread.setDaemon(true);
    thread.start();
  }

  /** For how long the turn has not moved, as far as that is seen; 0 while it does. */
  static long stillMillis() {
    return stillMillis;
  }

  @Override
  public void run() {
    try {
      awaitBegin();
      while (Turn.mode() != Mode.OFF) {
        Thread.sleep(SAMPLE_MILLIS);
        boolean over = sample();
        stillMillis = still * SAMPLE_MILLIS;
        if (over) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The roles start this thread before the first managed thread is one. */
  private static void awaitBegin() throws InterruptedException {
    while (Turn.mode() == Mode.OFF) {
      Thread.sleep(SAMPLE_MILLIS);
    }
  }

  /** True when the turn was given up for lost. */
  private boolean sample() {
    ManagedThread now = Turn.holder();
    long nowGrants = Turn.grants();
    long nowPosition = Log.position();
    int nowBegun = Turn.threadsBegun();
    boolean moved =
        now != holder || nowGrants != grants || nowPosition != position || nowBegun != begun;
    begun = nowBegun;
    holder = now;
    grants = nowGrants;
    position = nowPosition;
    if (moved || now == null || waitsForLog()) {
      still = 0;
      return false;
    }
    Thread thread = now.thread;
    StackTraceElement[] seen = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
    if (!Arrays.equals(seen, stack)) {
      stack = seen;
      still = 0;
      return false;
    }
    still++;
    if (still == ALARM_SAMPLES) {
      Console.line("ALARM the turn does not move: " + describe(now));
    }
    if (still >= STOP_SAMPLES) {
      stuck.accept(describe(now));
      return true;
    }
    return false;
  }

  private static boolean waitsForLog() {
    return GuardedSource.isWaiting() || GuardedSink.isPausing();
  }

  private String describe(ManagedThread t) {
    StringBuilder text = new StringBuilder();
    Thread thread = t.thread;
    text.append(t).append(", ").append(thread == null ? "not there" : thread.getState());
    text.append(", has had the turn without a hook for ");
    text.append(still * SAMPLE_MILLIS / 1000.0).append(" s");
    for (int i = 0; i < Math.min(FRAMES, stack.length); i++) {
      text.append("\n    at ").append(stack[i]);
    }
    return text.toString();
  }
}
