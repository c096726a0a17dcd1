package io.understudy.engine.hook;

import io.understudy.engine.turn.EngineListener;
import io.understudy.engine.turn.Mode;
import io.understudy.engine.turn.Turn;

/**
 * Woven around what threads call first in the server's classes: {@code run}, {@code call}, {@code
 * finalize}, and the bodies of lambdas without a result. What an unmanaged thread does there
 * (finalizer, Cleaner action, a JMX client's or a native library's thread) is no function of the
 * log.
 */
public final class Entrance {
  private Entrance() {}

  /**
   * First instruction of such a method.
   *
   * @param method class and name, for the operator
   */
  public static void entered(String method) {
    if (!Turn.isHolder(Thread.currentThread())) {
      note(method);
    }
  }

  /** Entry of sun.management.NotificationEmitterSupport.sendNotification: listeners follow. */
  public static void notification() {
    entered("a listener of a platform bean");
  }

  private static void note(String method) {
    EngineListener listener = Turn.listener();
    int mode = Turn.mode();
    if (listener == null || mode == Mode.OFF || mode == Mode.ENDED) {
      return;
    }
    Thread self = Thread.currentThread();
    listener.unmanagedThread(
        "\"" + self.getName() + "\" of " + self.getClass().getName() + " in " + method);
  }
}
