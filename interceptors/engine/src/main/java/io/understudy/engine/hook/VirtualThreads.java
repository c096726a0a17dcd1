package io.understudy.engine.hook;

import io.understudy.engine.turn.Turn;
import java.util.Locale;
import java.util.concurrent.Executor;

/**
 * Virtual threads of the server (JDK 21 and later). Each is a platform thread of its own here: the
 * JDK runs them on threads of its own, which take what is ready at a moment that no log knows,
 * while the turn gives threads an order anyway. What the server can see of the difference is that
 * each has a stack, and that lists of threads show it.
 */
public final class VirtualThreads {
  /** {@code Thread.NO_INHERIT_THREAD_LOCALS}. */
  private static final int NO_INHERIT_THREAD_LOCALS = 1 << 2;

  /** Superclass of what the JDK makes; null before JDK 21. */
  private static final Class<?> REAL = real();

  private VirtualThreads() {}

  private static Class<?> real() {
    try {
      return Class.forName("java.lang.BaseVirtualThread", false, null);
    } catch (ClassNotFoundException older) {
      return null;
    }
  }

  /**
   * Instead of ThreadBuilders.newVirtualThread, by which all ways to make one go.
   *
   * @return the new thread, not started; null: the caller is not managed and gets a real one
   */
  public static Object[] make(Executor scheduler, String name, int characteristics, Runnable task) {
    if (Turn.current() == null) {
      return null;
    }
    boolean inherits = (characteristics & NO_INHERIT_THREAD_LOCALS) == 0;
    return new Object[] {new StandIn(task, name == null ? "" : name, inherits)};
  }

  /** Call site of Thread.isVirtual in the server; the JDK is to take a stand-in for what it is. */
  public static boolean isVirtual(Object thread) {
    return thread instanceof StandIn || (REAL != null && REAL.isInstance(thread));
  }

  /** A platform thread that is a virtual one to the server. */
  private static final class StandIn extends Thread {
    @SuppressWarnings("ThreadPriorityCheck") // that of a virtual thread is always this one
    StandIn(Runnable task, String name, boolean inherits) {
      super(null, task, name, 0, inherits);
      setDaemon(true);
      setPriority(NORM_PRIORITY);
    }

    @Override
    public String toString() {
      String name = getName().isEmpty() ? "" : "," + getName();
      String state = getState().name().toLowerCase(Locale.ROOT);
      return "VirtualThread[" + number() + name + "]/" + state;
    }

    /** From {@code Thread[#30,name,5,main]}: the methods that tell it differ from JDK to JDK. */
    private String number() {
      String text = super.toString();
      return text.substring(text.indexOf('[') + 1, text.indexOf(','));
    }
  }
}
