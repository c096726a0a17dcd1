package io.understudy.engine.hook;

/**
 * The JDK's own natives behind hooked call sites that the engine must still reach. Implemented by
 * generated nest mates and installed before the first managed thread.
 */
public abstract class RealThread {
  private static volatile RealThread real;

  /** Installs the implementation. */
  public static void install(RealThread implementation) {
    real = implementation;
  }

  static RealThread get() {
    return real;
  }

  /** java.lang.Thread.start0. */
  public abstract void start(Thread thread);

  /** java.lang.Thread.sleep, sleep0 or sleepNanos0; the duration is in ns. */
  public abstract void sleep(long nanos) throws InterruptedException;

  /** java.lang.Thread.yield or yield0. */
  public abstract void yieldNow();

  /** java.lang.Thread.getThreads: all that the JVM shows. */
  public abstract Thread[] threads();

  /** java.lang.Shutdown.halt0. */
  public abstract void halt(int status);
}
