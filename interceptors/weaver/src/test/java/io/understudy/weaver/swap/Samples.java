package io.understudy.weaver.swap;

import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;

/** An application's code, with one site of each form. Woven by the tests, then run. */
class Samples {
  private static final Samples SHARED = new Samples();
  private static final int COUNT;

  static {
    int count = 0;
    for (Object o : new Object[] {SHARED, "text"}) {
      count += o == null ? 0 : 1;
    }
    COUNT = count;
  }

  /** Inherits everything that matters. */
  static class Worker extends Thread {
    boolean working() throws InterruptedException {
      sleep(1);
      return isAlive();
    }
  }

  /** Holds nothing but what a thread may enter. */
  static class Guest implements Runnable {
    @Override
    public void run() {}

    static Runnable later(Runnable[] first) {
      return () -> first[0].run();
    }
  }

  /** Extends nothing, but its method is called as one of Thread's. */
  static class Doll {
    boolean isAlive() {
      return false;
    }
  }

  /** Asks for Object's hash by name. */
  static class Plain {
    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }

  static int count() {
    return COUNT;
  }

  static long clocks() {
    LongSupplier nanos = System::nanoTime;
    return System.currentTimeMillis() + nanos.getAsLong() - System.nanoTime();
  }

  static void waiting(int[] lock, Samples notified) throws InterruptedException {
    synchronized (lock) {
      lock.wait(1);
      lock.notifyAll();
    }
    synchronized (notified) {
      notified.wait(0, 1);
      notified.notify();
    }
  }

  @SuppressWarnings("ArrayHashCode")
  static int identityHashes(Object any, Samples inherits, Map.Entry<?, ?> itf, int[] array) {
    ToIntFunction<Samples> unbound = Object::hashCode;
    IntSupplier bound = inherits::hashCode;
    return any.hashCode()
        + inherits.hashCode()
        + itf.hashCode()
        + array.hashCode()
        + System.identityHashCode(any)
        + unbound.applyAsInt(inherits)
        + bound.getAsInt();
  }

  static int ownHashes(String text, Integer number, Plain plain, Map<String, String> map) {
    IntSupplier bound = text::hashCode;
    return text.hashCode() + number.hashCode() + plain.hashCode() + bound.getAsInt();
  }

  static boolean threads(Worker worker, Doll doll) throws InterruptedException {
    Worker.sleep(1);
    Worker.yield();
    return worker.isAlive() || doll.isAlive();
  }
}
