package demo.sip;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Timers of calls, on two threads of their own. A cancelled timer leaves the queue at once. */
public final class CallTimers {
  private static final int THREADS = 2;

  private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(THREADS);

  public CallTimers() {
    executor.setRemoveOnCancelPolicy(true);
  }

  /** Runs the task once after the delay unless the future is cancelled before. */
  public Future<?> after(Duration delay, Runnable task) {
    return executor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Runs the task each period, for the life of the server. */
  public void every(Duration period, Runnable task) {
    long millis = period.toMillis();
    Future<?> unused = executor.scheduleAtFixedRate(task, millis, millis, TimeUnit.MILLISECONDS);
  }
}
