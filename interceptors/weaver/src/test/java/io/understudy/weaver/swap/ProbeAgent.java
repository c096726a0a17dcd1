package io.understudy.weaver.swap;

import io.understudy.engine.hook.HiddenClasses;
import io.understudy.engine.hook.RealThread;
import io.understudy.weaver.cache.KeptClasses;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Weaves everything, as the product's agent does, with nothing managed: hooks pass through. */
final class ProbeAgent {
  private static SiteTransformer transformer;
  private static int retransformed;

  private ProbeAgent() {}

  public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
    RealThread.install(new Real());
    transformer = new SiteTransformer(ProbeTable.rules(), ProbeAgent::failed, KeptClasses.none());
    long start = System.nanoTime();
    HiddenClasses.install(transformer);
    retransformed = LoadedClasses.weave(instrumentation, transformer).size();
    System.setProperty("probe.ms", Long.toString((System.nanoTime() - start) / 1_000_000));
  }

  static SiteTransformer transformer() {
    return transformer;
  }

  static int retransformed() {
    return retransformed;
  }

  private static void failed(String className, Throwable cause) {
    System.err.println("not woven: " + className);
    cause.printStackTrace();
  }

  /** The natives behind the hooks, by method handles. */
  private static final class Real extends RealThread {
    private final MethodHandle start;
    private final MethodHandle sleep;
    private final MethodHandle yieldNow;
    private final MethodHandle halt;
    private final boolean millis;

    Real() throws ReflectiveOperationException {
      MethodHandles.Lookup thread =
          MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
      MethodType none = MethodType.methodType(void.class);
      MethodType duration = MethodType.methodType(void.class, long.class);
      millis = Runtime.version().feature() < 21;
      start = thread.findVirtual(Thread.class, "start0", none);
      sleep = thread.findStatic(Thread.class, millis ? "sleep" : "sleepNanos0", duration);
      yieldNow = thread.findStatic(Thread.class, millis ? "yield" : "yield0", none);
      Class<?> shutdown = Class.forName("java.lang.Shutdown");
      halt =
          MethodHandles.privateLookupIn(shutdown, MethodHandles.lookup())
              .findStatic(shutdown, "halt0", MethodType.methodType(void.class, int.class));
    }

    @Override
    public void start(Thread thread) {
      call(() -> start.invoke(thread));
    }

    @Override
    public void sleep(long nanos) {
      call(() -> sleep.invoke(millis ? nanos / 1_000_000 : nanos));
    }

    @Override
    public void yieldNow() {
      call(() -> yieldNow.invoke());
    }

    @Override
    public void halt(int status) {
      call(() -> halt.invoke(status));
    }

    @Override
    public Thread[] threads() {
      return Thread.getAllStackTraces().keySet().toArray(new Thread[0]);
    }

    private interface Native {
      void run() throws Throwable;
    }

    private static void call(Native real) {
      try {
        real.run();
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
