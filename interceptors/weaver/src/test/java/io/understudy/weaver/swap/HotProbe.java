package io.understudy.weaver.swap;

/** Woven methods get hot. Run with -XX:+PrintCompilation. */
public final class HotProbe {
  private static final int ROUNDS = 200_000;

  private HotProbe() {}

  public static void main(String[] args) throws Exception {
    AppLoader.load(HotProbe.class).getMethod("run").invoke(null);
  }

  /** In the application's copy. */
  public static void run() throws InterruptedException {
    Samples s = new Samples();
    Samples.Worker worker = new Samples.Worker();
    long sum = 0;
    for (int i = 0; i < ROUNDS; i++) {
      sum += Samples.clocks();
      sum += hot(s, worker);
    }
    System.out.println("sum " + (sum != 0));
  }

  private static int hot(Object o, Thread thread) {
    synchronized (o) {
      o.notifyAll();
      return o.hashCode() + System.identityHashCode(o) + (thread.isAlive() ? 1 : 0);
    }
  }
}
