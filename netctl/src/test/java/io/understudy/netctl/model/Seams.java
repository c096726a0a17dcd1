package io.understudy.netctl.model;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where the product's code reaches the simulated world, in place of the JDK's methods. */
public final class Seams {
  /** The world that runs now: one at a time. */
  public interface World {
    /** The clock of the process that runs now. */
    long nanoTime();

    /**
     * Lets the thread that runs now wait.
     *
     * @return false if the time has passed
     */
    boolean await(CompletableFuture<?> future, long nanos);
  }

  private static volatile World world;

  private Seams() {}

  /** Puts a world behind the seams; null for none. */
  public static void behind(World next) {
    world = next;
  }

  /** {@link System#nanoTime}. */
  public static long nanoTime() {
    return world.nanoTime();
  }

  /** {@link CompletableFuture#get(long, TimeUnit)}. */
  public static Object get(CompletableFuture<?> future, long time, TimeUnit unit)
      throws TimeoutException {
    if (world.await(future, unit.toNanos(time))) {
      return future.join();
    }
    throw new TimeoutException();
  }
}
