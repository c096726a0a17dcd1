package io.understudy.netctl.sim;

import java.util.ArrayDeque;
import java.util.concurrent.Semaphore;

/**
 * A real thread on which simulated ones run. One at a time has the baton; one whose simulated
 * thread stalls in the midst of a method gives it to another.
 */
final class Worker extends Thread {
  private static final ArrayDeque<Worker> IDLE = new ArrayDeque<>();
  private static volatile Schedule schedule;

  private final Semaphore baton = new Semaphore(0);

  private Worker() {
    super("model-worker");
    setDaemon(true);
    start();
  }

  /** Begins with a schedule. The caller waits for its end elsewhere. */
  static void begin(Schedule next) {
    schedule = next;
    next().give();
  }

  /** One that has nothing to do. With the baton in hand. */
  static Worker next() {
    Worker idle = IDLE.poll();
    return idle == null ? new Worker() : idle;
  }

  void give() {
    baton.release();
  }

  /** Gives the baton away until it comes back. */
  void swap(Worker to) {
    to.give();
    baton.acquireUninterruptibly();
  }

  /** Before the baton is given away by one that is done. */
  void idle() {
    IDLE.push(this);
  }

  @Override
  public void run() {
    while (true) {
      baton.acquireUninterruptibly();
      schedule.loop(this);
    }
  }
}
