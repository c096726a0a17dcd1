package io.understudy.engine.hook;

import io.understudy.engine.turn.Turn;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Lists of threads. A managed thread sees the managed threads that live in the model, in the order
 * of their ids, and those of the JVM that stood before {@code main}; neither the agent's own nor
 * what the JVM starts later, since both differ from node to node. Nothing is logged.
 */
public final class ThreadLists {
  private static final String AGENT = "understudy-";
  private static final String CLEANER = "Common-Cleaner";

  private static final Comparator<Thread> BY_NAME =
      new Comparator<>() {
        @Override
        public int compare(Thread a, Thread b) {
          return a.getName().compareTo(b.getName());
        }
      };

  private static volatile Thread[] ofJvm = new Thread[0];
  private static volatile ClassLoader agent;

  private ThreadLists() {}

  /**
   * Notes the JVM's threads; on the main thread, before it is managed.
   *
   * @param agentLoader loader of the agent's classes
   */
  public static void install(ClassLoader agentLoader) {
    agent = agentLoader;
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] jvm = new Thread[0];
    for (Thread t : RealThread.get().threads()) {
      if (t.getThreadGroup() == root || t.getName().equals(CLEANER)) {
        jvm = Arrays.copyOf(jvm, jvm.length + 1);
        jvm[jvm.length - 1] = t;
      } else if (isAgents(t)) {
        remove(t);
      }
    }
    Arrays.sort(jvm, BY_NAME);
    ofJvm = jvm;
  }

  private static boolean isAgents(Thread t) {
    return t.getName().startsWith(AGENT) || t.getClass().getClassLoader() == agent;
  }

  /** JDK 17 keeps a list in each thread group; later ones ask the JVM. */
  private static void remove(Thread t) {
    try {
      Method m = ThreadGroup.class.getDeclaredMethod("remove", Thread.class);
      m.setAccessible(true);
      m.invoke(t.getThreadGroup(), t);
    } catch (NoSuchMethodException e) {
      return; // no list
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the agent's threads cannot be hidden in this JDK", e);
    }
  }

  /** Entry of ThreadGroup.add(Thread) of JDK 17. True: an agent's thread, skip the body. */
  public static boolean add(ThreadGroup group, Thread thread) {
    return agent != null && isAgents(thread);
  }

  /** Call sites of Thread.getThreads and sun.management.ThreadImpl.getThreads. */
  public static Thread[] threads() {
    if (Turn.current() == null) {
      return RealThread.get().threads();
    }
    Thread[] jvm = ofJvm;
    Thread[] managed = Turn.threads();
    Thread[] all = Arrays.copyOf(jvm, jvm.length + managed.length);
    int n = jvm.length;
    for (Thread t : managed) {
      if (!(t instanceof Signals)) { // managed, and none of the server's
        all[n++] = t;
      }
    }
    return Arrays.copyOf(all, n);
  }

  /** Call site of sun.management.VMManagementImpl.getLiveThreadCount. */
  public static int live(Object vm) {
    return threads().length;
  }

  /** Call site of sun.management.VMManagementImpl.getDaemonThreadCount. */
  public static int daemons(Object vm) {
    int n = 0;
    for (Thread t : threads()) {
      if (t.isDaemon()) {
        n++;
      }
    }
    return n;
  }
}
