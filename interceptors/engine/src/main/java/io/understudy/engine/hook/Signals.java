package io.understudy.engine.hook;

import io.understudy.engine.turn.EngineListener;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Mode;
import io.understudy.engine.turn.Turn;
import io.understudy.engine.turn.Wakeups;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import jdk.internal.misc.Signal;
import jdk.internal.misc.Unsafe;

/**
 * Signals for which the server has a handler. The JVM brings them on a thread of its own; the
 * primary logs each at a hand-over of the turn and wakes a managed thread, which starts the
 * handler's thread as the JVM's would have. A backup takes signals from the log; its own are
 * dropped.
 */
public final class Signals extends Thread {
  /** SIGHUP, SIGINT, SIGTERM: {@code <signal.h>}. The JVM's own handlers end the program. */
  private static final int HUP = 1;

  private static final int INT = 2;
  private static final int TERM = 15;

  private static final int COUNT = 65;

  /** Numbers for which a managed thread has installed a handler. */
  private static final boolean[] OWNED = new boolean[COUNT];

  private static final int[] PENDING = new int[1024];
  private static volatile int added;
  private static int taken;
  private static volatile ManagedThread runner;
  private static volatile boolean endLogged;

  private final Method dispatch;

  private Signals(Method dispatch) {
    super("understudy-signals");
    this.dispatch = dispatch;
  }

  /**
   * Starts the thread that hands signals to handlers; by the first managed thread.
   *
   * @param logEnd whether the end of the program by SIGTERM, SIGINT or SIGHUP is logged too, so
   *     that a replay runs the shutdown hooks; else it is this node's alone
   */
  public static void begin(boolean logEnd) {
    ManagedThread t = Turn.current();
    t.depth++;
    try {
      endLogged = logEnd;
      Method dispatch = Signal.class.getDeclaredMethod("dispatch", int.class);
      dispatch.setAccessible(true);
      Signals thread = new Signals(dispatch);
      thread.setDaemon(true);
      Turn.register(thread);
      runner = Turn.find(thread);
      RealThread.get().start(thread);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("signals of this JDK cannot be replicated", e);
    } finally {
      t.depth--;
    }
  }

  /** Entry of jdk.internal.misc.Signal.handle. Always null: go on. */
  public static Object[] handled(Signal signal, Signal.Handler handler) {
    int number = signal == null ? -1 : signal.getNumber();
    if (Turn.current() != null && number >= 0 && number < COUNT) {
      OWNED[number] = true;
    }
    return null;
  }

  /**
   * Entry of jdk.internal.misc.Signal.dispatch, on the JVM's thread or on ours.
   *
   * @return true: done, skip the body
   */
  public static boolean dispatch(int number) {
    int mode = Turn.mode();
    boolean active = mode == Mode.RECORD || mode == Mode.REPLAY;
    if (!active || runner == null || Turn.isHolder(Thread.currentThread())) {
      return false;
    }
    boolean ends = number == HUP || number == INT || number == TERM;
    boolean owned = number >= 0 && number < COUNT && OWNED[number];
    if (!owned && !(ends && endLogged && mode == Mode.RECORD)) {
      return false;
    }
    if (mode == Mode.RECORD) {
      Wakeups.signalled(runner, number);
    } else if (number == INT || number == TERM) {
      end(128 + number);
    }
    return true;
  }

  /** A backup ends without the server's handler, whose work is no part of the log. */
  private static void end(int status) {
    EngineListener listener = Turn.listener();
    listener.exiting(status, false);
    RealThread.get().halt(status);
  }

  /** An event of the log. Lock of the scheduler held. */
  public static void add(int number) {
    int i = added;
    PENDING[i % PENDING.length] = number;
    added = i + 1;
  }

  @Override
  public void run() {
    while (true) {
      if (taken == added) {
        Parking.park(Unsafe.getUnsafe(), false, 0);
      } else {
        dispatchNext();
      }
    }
  }

  private void dispatchNext() {
    try {
      dispatch.invoke(null, PENDING[taken++ % PENDING.length]);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a signal's handler could not be started", e);
    }
  }
}
